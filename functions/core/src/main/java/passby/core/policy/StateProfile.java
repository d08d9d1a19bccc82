package passby.core.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import passby.core.id.Coded;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;

/**
 * A state's rules, as far as they bind what a city may set: the longest that a read which matched nothing may be kept, and the
 * longest for a hit. Where nothing was found about hits, the number for other reads binds them too. A city may only tighten. Sources
 * and how sure we are: docs/profiles.md. Not legal advice.
 */
public enum StateProfile implements Coded {
    DEFAULT(
            "default",
            NonHitRetention.DAYS_270,
            HitRetention.DAYS_1825,
            "no state's rules: the longest that Passby offers"),
    AR("AR", NonHitRetention.DAYS_150, HitRetention.DAYS_150, "Arkansas Code 12-12-1804: 150 days"),
    CA(
            "CA",
            NonHitRetention.DAYS_270,
            HitRetention.DAYS_1825,
            "Civil Code 1798.90.5 names no number: the longest that Passby offers"),
    CT(
            "CT",
            NonHitRetention.DAYS_30,
            HitRetention.DAYS_30,
            "Connecticut's law of 2026 sets a cap whose days were not found: 30 days or less until counsel says otherwise"),
    IL(
            "IL",
            NonHitRetention.DAYS_270,
            HitRetention.DAYS_1825,
            "625 ILCS 5/2-130 names no number: the longest that Passby offers"),
    MA(
            "MA",
            NonHitRetention.DAYS_270,
            HitRetention.DAYS_1825,
            "G.L. c.147 section 63 names no number: the longest that Passby offers"),
    ME("ME", NonHitRetention.DAYS_21, HitRetention.DAYS_21, "Maine Revised Statutes 29-A section 2117-A: 21 days"),
    MN(
            "MN",
            NonHitRetention.DAYS_60,
            "Minnesota Statutes 13.824: 60 days",
            HitRetention.DAYS_60,
            "Minnesota Statutes 13.824: 60 days outside an active investigation; a hold keeps what one needs"),
    NC("NC", NonHitRetention.DAYS_90, HitRetention.DAYS_90, "North Carolina General Statutes 20-183.32: 90 days"),
    NH(
            "NH",
            NonHitRetention.FLUSH,
            "New Hampshire RSA 261:75-b: three minutes, so flush",
            HitRetention.DAYS_1825,
            "New Hampshire RSA 261:75-b leaves reads of wanted or missing vehicles; a rejected hit goes at once"),
    NJ(
            "NJ",
            NonHitRetention.DAYS_270,
            HitRetention.DAYS_1825,
            "Attorney General Directive 2022-12, whose number was not found: the longest that Passby offers"),
    OR("OR", NonHitRetention.DAYS_30, HitRetention.DAYS_30, "Oregon SB 1516 of 2026: 30 days"),
    TN("TN", NonHitRetention.DAYS_90, HitRetention.DAYS_90, "Tennessee Code 55-10-302: 90 days"),
    UT("UT", NonHitRetention.DAYS_270, HitRetention.DAYS_270, "Utah Code 41-6a-2003 to 2005: nine months"),
    VA("VA", NonHitRetention.DAYS_21, HitRetention.DAYS_21, "Code of Virginia 2.2-5517: 21 days"),
    WA("WA", NonHitRetention.DAYS_21, HitRetention.DAYS_21, "Washington SB 6002 of 2026: 21 days");

    private final String code;
    private final NonHitRetention ceiling;
    private final String law;
    private final HitRetention hitCeiling;
    private final String hitLaw;

    /** Without a rule of its own for hits. */
    StateProfile(String code, NonHitRetention ceiling, HitRetention hitCeiling, String law) {
        this(code, ceiling, law, hitCeiling, law + "; it has no other number for hits that we know of");
    }

    StateProfile(String code, NonHitRetention ceiling, String law, HitRetention hitCeiling, String hitLaw) {
        this.code = code;
        this.ceiling = ceiling;
        this.law = law;
        this.hitCeiling = hitCeiling;
        this.hitLaw = hitLaw;
    }

    /** As it stands in parameters and documents, such as {@code NH}. */
    @Override
    public String code() {
        return code;
    }

    /** The longest non-hit retention under these rules. */
    public NonHitRetention ceiling() {
        return ceiling;
    }

    /** Where the ceiling comes from, for the sentence of a refusal. */
    public String law() {
        return law;
    }

    /** The longest that a hit and its read may be kept under these rules; a hold on a single read goes beyond it. */
    public HitRetention hitCeiling() {
        return hitCeiling;
    }

    /** Where that comes from. */
    public String hitLaw() {
        return hitLaw;
    }

    /** @param hitRetention in whole days; a policy in force may have a number that no parameter offers */
    public boolean allowsHits(Duration hitRetention) {
        return hitRetention.compareTo(hitCeiling.duration()) <= 0;
    }

    /** What a city under these rules may choose for hits, the shortest first. */
    public List<HitRetention> allowedForHits() {
        return Arrays.stream(HitRetention.values())
                .filter(retention -> allowsHits(retention.duration()))
                .toList();
    }

    public boolean allows(NonHitRetention retention) {
        return retention.duration().compareTo(ceiling.duration()) <= 0;
    }

    /** What a city under these rules may choose, the shortest first. */
    public List<NonHitRetention> allowed() {
        return Arrays.stream(NonHitRetention.values()).filter(this::allows).toList();
    }

    /** How sure we are of them, and between which days their source holds; empty where no law is behind them. */
    public Optional<ProfileSource> source() {
        return switch (this) {
            case DEFAULT -> Optional.empty();
            case AR, CA, MA, MN, NC, NJ, TN, UT -> Optional.of(ProfileSource.of(ProfileSource.Confidence.TEXT));
            case IL, ME, VA, WA -> Optional.of(ProfileSource.of(ProfileSource.Confidence.SUMMARY));
            case CT -> Optional.of(ProfileSource.of(ProfileSource.Confidence.PRESS));
            case OR ->
                Optional.of(new ProfileSource(ProfileSource.Confidence.PRESS, LocalDate.of(2026, 3, 31), null, ""));
            case NH ->
                Optional.of(new ProfileSource(
                        ProfileSource.Confidence.TEXT,
                        ProfileSource.LOOKED_UP,
                        LocalDate.of(2027, 1, 1),
                        "RSA 261:75-b is repealed on that day unless HB 1059 of 2026 became law."));
        };
    }

    /** What a city under these rules has to know beyond the ceiling, a sentence each. */
    public List<String> warnings(LocalDate today) {
        var warnings = new ArrayList<String>();
        if (this == NH) {
            warnings.add(
                    "New Hampshire RSA 259:68-a knows readers on attended vehicles alone: a fixed camera does not fit.");
        }
        source().flatMap(source -> source.warning(code, today)).ifPresent(warnings::add);
        return warnings;
    }

    public static Optional<StateProfile> parse(String code) {
        return Coded.find(values(), code);
    }
}
