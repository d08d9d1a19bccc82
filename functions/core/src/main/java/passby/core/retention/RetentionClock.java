package passby.core.retention;

import java.time.Duration;
import java.time.Instant;

/** The arithmetic of forgetting (data.md, "Retention base"). */
public final class RetentionClock {
    private RetentionClock() {}

    /** Retention counts from the earlier of capture and receipt, so that a camera's wrong clock never lengthens it. */
    public static Instant base(Instant capturedAt, Instant receivedAt) {
        return capturedAt.isBefore(receivedAt) ? capturedAt : receivedAt;
    }

    /**
     * Whether a row may still be answered: before its own date, and before the date that today's retention would give it.
     * Shortening therefore works at once, and lengthening never revives what was stored under a shorter one.
     */
    public static boolean mayAnswer(Instant now, Instant expiresAt, Instant base, Duration currentRetention) {
        return now.isBefore(expiresAt) && now.isBefore(base.plus(currentRetention));
    }
}
