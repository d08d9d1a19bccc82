package passby.core.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import passby.core.retention.NonHitRetention;

/**
 * A state's rules, as far as they bind what a city may set: the longest that a read which matched nothing may be kept. A city
 * may only tighten. Sources and how sure we are: docs/profiles.md. Not legal advice.
 */
public enum StateProfile {
    DEFAULT("default", NonHitRetention.DAYS_270, "no state's rules: the longest that Passby offers"),
    AR("AR", NonHitRetention.DAYS_150, "Arkansas Code 12-12-1804: 150 days"),
    CA("CA", NonHitRetention.DAYS_270, "Civil Code 1798.90.5 names no number: the longest that Passby offers"),
    IL("IL", NonHitRetention.DAYS_270, "625 ILCS 5/2-130 names no number: the longest that Passby offers"),
    MA("MA", NonHitRetention.DAYS_270, "G.L. c.147 section 63 names no number: the longest that Passby offers"),
    ME("ME", NonHitRetention.DAYS_21, "Maine Revised Statutes 29-A section 2117-A: 21 days"),
    MN("MN", NonHitRetention.DAYS_60, "Minnesota Statutes 13.824: 60 days"),
    NC("NC", NonHitRetention.DAYS_90, "North Carolina General Statutes 20-183.32: 90 days"),
    NH("NH", NonHitRetention.FLUSH, "New Hampshire RSA 261:75-b: three minutes, so flush"),
    NJ(
            "NJ",
            NonHitRetention.DAYS_270,
            "Attorney General Directive 2022-12, whose number was not found: the longest that Passby offers"),
    TN("TN", NonHitRetention.DAYS_90, "Tennessee Code 55-10-302: 90 days"),
    UT("UT", NonHitRetention.DAYS_270, "Utah Code 41-6a-2003 to 2005: nine months"),
    VA("VA", NonHitRetention.DAYS_21, "Code of Virginia 2.2-5517: 21 days"),
    WA("WA", NonHitRetention.DAYS_21, "Washington SB 6002 of 2026: 21 days");

    private final String code;
    private final NonHitRetention ceiling;
    private final String law;

    StateProfile(String code, NonHitRetention ceiling, String law) {
        this.code = code;
        this.ceiling = ceiling;
        this.law = law;
    }

    /** As it stands in parameters and documents, such as {@code NH}. */
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

    public boolean allows(NonHitRetention retention) {
        return retention.duration().compareTo(ceiling.duration()) <= 0;
    }

    /** What a city under these rules may choose, the shortest first. */
    public List<NonHitRetention> allowed() {
        return Arrays.stream(NonHitRetention.values()).filter(this::allows).toList();
    }

    /** What a city under these rules has to know beyond the ceiling, a sentence each. */
    public List<String> warnings() {
        return this == NH
                ? List.of(
                        "New Hampshire RSA 259:68-a knows readers on attended vehicles alone: a fixed camera does not fit.")
                : List.of();
    }

    public static Optional<StateProfile> parse(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
