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
 * @param passLife after which a camera's own pass id means a new pass, counted from the pass's first frame
 */
public record Timing(
        Duration urlLife, Duration maxCaptureAge, Duration sweepAfter, Duration dropAfterCapture, Duration passLife) {
    /** One attempt of Rekognition at one frame; the other engine is asked at once when it fails. */
    public static final Duration REKOGNITION = Duration.ofSeconds(3);

    /** Our own recogniser's time for one frame, to read it or to cut its crops, before it gives the frame up as too slow. */
    public static final Duration RECOGNIZER_FRAME = Duration.ofSeconds(6);

    /** The same as its caller waits for it, with the way there and back. */
    public static final Duration RECOGNIZER_CALL = RECOGNIZER_FRAME.plusSeconds(1);

    /** What is left for the object's head, the hot lists, the transaction and the alert. */
    public static final Duration STORING = Duration.ofSeconds(3);

    /** Rekognition, the crops of what it saw, our own recogniser's second look, and storing: one after the other. */
    public static final Duration READ_PLATES_TIMEOUT =
            REKOGNITION.plus(RECOGNIZER_CALL.multipliedBy(2)).plus(STORING);

    /** Six timeouts, as AWS advises (Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
    public static final Duration QUEUE_VISIBILITY = READ_PLATES_TIMEOUT.multipliedBy(6);

    public static final int QUEUE_RECEIVES = 8;

    /** Messages for one invocation: a bad frame never holds up a good one. */
    public static final int QUEUE_BATCH = 1;

    /** An alert that waited for a day is history; it can be redriven from the dead letters. */
    public static final Duration ALERTS_KEPT = Duration.ofDays(1);

    /** A quarter of an hour of tries: as long as a push service keeps an alert. */
    public static final int ALERT_RECEIVES = 12;

    /** Two and a half hours of tries: a system of the city's may be away for one. */
    public static final int WEBHOOK_RECEIVES = 16;

    /** After which a system of the city's has been away long enough for somebody to look. */
    public static final Duration WEBHOOK_WAITING = Duration.ofMinutes(10);

    public static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(4);

    /** In flush mode, on receipt: a delivery that died comes back before its frame is too old. */
    public static final Duration FLUSH_VISIBILITY = Duration.ofSeconds(25);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 4;
    private static final int WEBHOOK_DOUBLINGS = 7;
    private static final Duration LONGEST_WEBHOOK_RETRY = Duration.ofMinutes(15);

    /**
     * After how long a failed message comes back: 10, 20, 40, 80, then 120 seconds; in flush mode always 10.
     *
     * @param receives of the message so far, 1 upwards
     */
    public static Duration retryAfter(int receives, NonHitRetention retention) {
        if (retention.isFlush()) {
            return FIRST_RETRY;
        }
        return soonThenSlower(receives);
    }

    /**
     * After how long an alert comes back of which an officer's message failed: 10, 20, 40, 80, then 120 seconds. Who has it already
     * does not get it again.
     *
     * @param receives of the message so far, 1 upwards
     */
    public static Duration alertRetryAfter(int receives) {
        return soonThenSlower(receives);
    }

    private static Duration soonThenSlower(int receives) {
        var doubled = FIRST_RETRY.multipliedBy(1L << Math.min(receives - 1, DOUBLINGS));
        return doubled.compareTo(QUEUE_VISIBILITY) < 0 ? doubled : QUEUE_VISIBILITY;
    }

    /**
     * After how long an alert comes back that a system of the city's did not take: 10 s, then twice as long each time, at
     * most 15 min.
     *
     * @param receives of the message so far, 1 upwards
     */
    public static Duration webhookRetryAfter(int receives) {
        var doubled = FIRST_RETRY.multipliedBy(1L << Math.min(receives - 1, WEBHOOK_DOUBLINGS));
        return doubled.compareTo(LONGEST_WEBHOOK_RETRY) < 0 ? doubled : LONGEST_WEBHOOK_RETRY;
    }

    public static Timing of(NonHitRetention retention) {
        return retention.isFlush()
                ? new Timing(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(150),
                        Duration.ofSeconds(60))
                : new Timing(
                        Duration.ofMinutes(10),
                        retention.duration(),
                        Duration.ofHours(24),
                        retention.duration().minus(Clocks.SHORTEST_LIFE),
                        Duration.ofMinutes(10));
    }
}
