package passby.aws.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passby.core.lists.ImportTiming;
import passby.core.retention.Timing;

/** A queue of the city; its messages name things, and hold no picture, plate or person. */
public enum Queue {
    /** S3's notices of frames that arrived. */
    UPLOADS("uploads"),
    /** Notices that were received too often: nobody reads these but a person. */
    UPLOADS_DEAD("uploads-dead"),
    /** S3's notices of files of lists that arrived. */
    LISTS("lists"),
    /** Notices of files whose import was given up. */
    LISTS_DEAD("lists-dead"),
    /** Alerts behind their topic, until they reached every officer who subscribed to them. */
    ALERTS("alerts"),
    /** Alerts that some telephone did not get in all tries. */
    ALERTS_DEAD("alerts-dead"),
    /** Events whose function failed for good. */
    FAILURES("failures"),
    /** S3's notices of pictures that its own rules deleted, because we did not: nobody reads these but a person. */
    BACKSTOPS("backstops");

    private final String code;

    Queue(String code) {
        this.code = code;
    }

    /** Its name within a deployment. */
    public String code() {
        return code;
    }

    /** How long a message is hidden from its receipt, unless its reader says otherwise. */
    public Duration visibility() {
        return switch (this) {
            case LISTS -> ImportTiming.VISIBILITY;
            case UPLOADS, UPLOADS_DEAD, LISTS_DEAD, ALERTS, ALERTS_DEAD, FAILURES, BACKSTOPS -> Timing.QUEUE_VISIBILITY;
        };
    }

    /** How often a message is received before it goes to the dead letters. */
    public int receives() {
        return switch (this) {
            case LISTS -> ImportTiming.RUNS;
            case UPLOADS, UPLOADS_DEAD, LISTS_DEAD, ALERTS, ALERTS_DEAD, FAILURES, BACKSTOPS -> Timing.QUEUE_RECEIVES;
        };
    }

    /** After which a message that waits is waited for by somebody. */
    public Duration patience() {
        return switch (this) {
            case LISTS -> ImportTiming.WAITING;
            case UPLOADS, UPLOADS_DEAD, LISTS_DEAD, ALERTS, ALERTS_DEAD, FAILURES, BACKSTOPS -> Duration.ofMinutes(1);
        };
    }

    /** The bucket whose new objects it hears of; empty for others. */
    public Optional<Bucket> bucket() {
        return switch (this) {
            case UPLOADS -> Optional.of(Bucket.UPLOADS);
            case LISTS -> Optional.of(Bucket.FEEDS);
            case UPLOADS_DEAD, LISTS_DEAD, ALERTS, ALERTS_DEAD, FAILURES, BACKSTOPS -> Optional.empty();
        };
    }

    /** The buckets of whose own deletions it hears. */
    public List<Bucket> backstops() {
        return this == BACKSTOPS ? List.of(Bucket.PICTURES, Bucket.UPLOADS) : List.of();
    }

    /** Where its messages go that were received too often; empty for queues that only people read. */
    public Optional<Queue> deadLetters() {
        return switch (this) {
            case UPLOADS -> Optional.of(UPLOADS_DEAD);
            case LISTS -> Optional.of(LISTS_DEAD);
            case ALERTS -> Optional.of(ALERTS_DEAD);
            case UPLOADS_DEAD, LISTS_DEAD, ALERTS_DEAD, FAILURES, BACKSTOPS -> Optional.empty();
        };
    }
}
