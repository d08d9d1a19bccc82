package passby.core.policy;

import java.time.Duration;
import java.time.Instant;

/** How often somebody may do something in a while. Not a change: it stands outside transactions. */
public interface Limits {
    /** A while of the clock, in UTC: it begins anew with each full minute, ten minutes, hour or day. */
    enum Window {
        MINUTE(Duration.ofMinutes(1)),
        TEN_MINUTES(Duration.ofMinutes(10)),
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1));

        private final Duration length;

        Window(Duration length) {
            this.length = length;
        }

        /** The beginning of the while that holds the instant. */
        public Instant begin(Instant at) {
            var seconds = length.toSeconds();
            return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
        }

        /** The beginning of the next one: when asking again helps. */
        public Instant next(Instant at) {
            return begin(at).plus(length);
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

    /**
     * Takes uses back that were counted in the while that holds the instant, because they came to nothing or are over.
     *
     * @param uses at least 1, counted before
     */
    void giveBack(String subject, Window window, Instant at, int uses);

    /** How many of the uses that brought the count to {@code counted} are within the bound. */
    static int within(long counted, int uses, int bound) {
        return Math.clamp(bound - (counted - uses), 0, uses);
    }
}
