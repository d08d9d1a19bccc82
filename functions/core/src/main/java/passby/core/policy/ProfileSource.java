package passby.core.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a profile can be relied on (docs/profiles.md).
 *
 * @param confidence in what it says
 * @param from first day on which its source is known to hold: its own where we found it, else the day on which we looked
 * @param until the first day on which it holds no more, or null where it names none
 * @param ending what ends it then, for the sentence of a warning; empty where nothing does
 */
public record ProfileSource(
        Confidence confidence, LocalDate from, @Nullable LocalDate until, String ending) {
    /** How somebody came to know of it. */
    public enum Confidence {
        /** We read the text of the law. */
        TEXT,
        /** An official summary of it. */
        SUMMARY,
        /** The press only. */
        PRESS
    }

    private static final Period AHEAD = Period.ofMonths(3);

    /** When the sources of all profiles were looked up. */
    static final LocalDate LOOKED_UP = LocalDate.of(2026, 11, 1);

    static ProfileSource of(Confidence confidence) {
        return new ProfileSource(confidence, LOOKED_UP, null, "");
    }

    /** A sentence for whoever builds or deploys; empty while the source holds for three months more. */
    public Optional<String> warning(String profile, LocalDate today) {
        if (until == null || today.isBefore(until.minus(AHEAD))) {
            return Optional.empty();
        }
        var ends = today.isBefore(until) ? "holds until " : "held until ";
        return Optional.of("The source of profile " + profile + " " + ends + until + ": " + ending
                + " Ask counsel what rules from then on.");
    }
}
