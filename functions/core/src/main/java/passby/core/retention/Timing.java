package passby.core.retention;

import java.time.Duration;

/**
 * How long each step from camera to store may take (data.md, "Timing"). One table for the functions, the queue and the
 * stack.
 *
 * @param urlLife of a presigned upload URL
 * @param maxCaptureAge at the request for a URL; the non-hit retention in days mode
 * @param sweepAfter after which an upload that nobody processed is swept, counted from the issue of its URL
 * @param dropAfterCapture after which a message is dropped instead of processed, counted from capture
 */
public record Timing(Duration urlLife, Duration maxCaptureAge, Duration sweepAfter, Duration dropAfterCapture) {
    public static final Duration READ_PLATES_TIMEOUT = Duration.ofSeconds(20);
    /** Messages for one invocation: a bad frame never holds up a good one. */
    public static final int QUEUE_BATCH = 1;

    public static final Duration QUEUE_VISIBILITY = Duration.ofSeconds(30);
    public static final int QUEUE_RECEIVES = 3;
    public static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(4);

    public static Timing of(NonHitRetention retention) {
        return retention.isFlush()
                ? new Timing(
                        Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(150))
                : new Timing(Duration.ofMinutes(10), retention.duration(), Duration.ofHours(1), retention.duration());
    }
}
