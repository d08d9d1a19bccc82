package passby.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How often somebody may do something in a while. Not a change: it stands outside transactions. */
public interface Limits {
    /** A while of the clock: it begins anew with each full hour or minute. */
    enum Window {
        HOUR(ChronoUnit.HOURS),
        MINUTE(ChronoUnit.MINUTES);

        private final ChronoUnit unit;

        Window(ChronoUnit unit) {
            this.unit = unit;
        }

        /** The beginning of the while that holds the instant. */
        public Instant begin(Instant at) {
            return at.truncatedTo(unit);
        }

        /** The beginning of the next one: when asking again helps. */
        public Instant next(Instant at) {
            return begin(at).plus(1, unit);
        }

        /** How long until then. */
        public Duration rest(Instant at) {
            return Duration.between(at, next(at));
        }
    }

    /**
     * Counts so many more uses in the while that holds the instant. All of them count, so that asking for too much does not
     * leave room for asking again.
     *
     * @param uses at least 1
     * @param bound of the whole while
     * @return how many of these uses were within the bound: the first so many
     */
    int use(String subject, Window window, Instant at, int uses, int bound);

    /** How many of the uses that brought the count to {@code counted} are within the bound. */
    static int within(long counted, int uses, int bound) {
        return Math.clamp(bound - (counted - uses), 0, uses);
    }
}
