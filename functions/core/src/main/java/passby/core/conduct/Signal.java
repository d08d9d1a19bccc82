package passby.core.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.id.Coded;

/**
 * A reason to look at what a person did. It is no finding: a person decides.
 *
 * @param about key of the plate, the place or the person that it is about; empty for none
 * @param count how often, in the unit of its kind
 * @param last when it was last done
 * @param entryIds of the latest entries that show it, at most {@link #MOST_ENTRIES}
 */
public record Signal(Kind kind, String about, int count, Instant last, List<String> entryIds) {
    static final int MOST_ENTRIES = 20;

    public Signal {
        entryIds = List.copyOf(entryIds);
    }

    /** @param acts that show it, at least one, the earliest first */
    static Signal of(Kind kind, String about, int count, List<Act> acts) {
        return new Signal(
                kind,
                about,
                count,
                acts.getLast().at(),
                acts.stream()
                        .skip(Math.max(0, acts.size() - MOST_ENTRIES))
                        .map(Act::entryId)
                        .toList());
    }

    /** What it looks like, and how soon it must be looked at. */
    public enum Kind implements Coded {
        /** One plate or place, again and again, for reasons that nobody else knows of. Counts how often it was sought. */
        REPEATED_TARGET(14),
        /** Half of what a person asks for is about two plates that nobody else knows of. Counts how often they were sought. */
        FEW_TARGETS(14),
        /** Sought outside the hours. Counts sessions. */
        OFF_DUTY(14),
        /** Sought after the city, or the person, had refused it. Counts acts. */
        AFTER_REFUSAL(14),
        /** Tried to search without being let. Counts attempts. */
        DENIED_ATTEMPTS(14),
        /** Sought a plate of their own or of their family. Counts acts. */
        OWN_PLATE(14),
        /** Two people who approve what the other asks. Counts the fewer of both. */
        RECIPROCAL_APPROVAL(14),
        /** One account, used as by two people. Counts days. */
        SHARED_ACCOUNT(14),
        /** The anomaly index was critical. Counts days. */
        ANOMALY(14),
        /** A decoy was searched or opened: an incident. Counts acts. */
        DECOY(3);

        private final int dueDays;

        Kind(int dueDays) {
            this.dueDays = dueDays;
        }

        /** From the signal until somebody must have filed what they found. */
        public Duration due() {
            return Duration.ofDays(dueDays);
        }

        public static Optional<Kind> of(String code) {
            return Coded.find(values(), code);
        }
    }

    /** Whether both speak of the same thing, whatever their counts. */
    boolean isAsOf(Signal other) {
        return kind == other.kind && about.equals(other.about);
    }
}
