package passby.recognizer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The instant by which a frame must be done. It is looked at between stages, none of which takes more than a second or two
 * on the largest frame that is let in.
 */
record Deadline(Clock clock, Instant end) {
    /** Thrown between stages, and turned into a rejection where the frame was taken in. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Passed() {
            super("the time for one frame is over", null, false, false);
        }
    }

    static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    void check() {
        if (clock.instant().isAfter(end)) {
            throw new Passed();
        }
    }
}
