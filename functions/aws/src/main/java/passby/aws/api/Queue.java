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
    /** The same alerts, until the city's own systems took them: one that is away for an hour keeps no officer waiting. */
    WEBHOOKS("webhooks"),
    /** Alerts that some system did not take in all tries. */
    WEBHOOKS_DEAD("webhooks-dead"),
    /** The same alerts, for the city's dispatch system to fetch: no function of ours reads them. */
    CAD("cad"),
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
            case UPLOADS,
                    UPLOADS_DEAD,
                    LISTS_DEAD,
                    ALERTS,
                    ALERTS_DEAD,
                    WEBHOOKS,
                    WEBHOOKS_DEAD,
                    CAD,
                    FAILURES,
                    BACKSTOPS -> Timing.QUEUE_VISIBILITY;
        };
    }

    /** How often a message is received before it goes to the dead letters. */
    public int receives() {
        return switch (this) {
            case LISTS -> ImportTiming.RUNS;
            case ALERTS -> Timing.ALERT_RECEIVES;
            case WEBHOOKS -> Timing.WEBHOOK_RECEIVES;
            case UPLOADS, UPLOADS_DEAD, LISTS_DEAD, ALERTS_DEAD, WEBHOOKS_DEAD, CAD, FAILURES, BACKSTOPS ->
                Timing.QUEUE_RECEIVES;
        };
    }

    /** After which a message that waits is waited for by somebody. */
    public Duration patience() {
        return switch (this) {
            case LISTS -> ImportTiming.WAITING;
            case WEBHOOKS -> Timing.WEBHOOK_WAITING;
            case UPLOADS, UPLOADS_DEAD, LISTS_DEAD, ALERTS, ALERTS_DEAD, WEBHOOKS_DEAD, CAD, FAILURES, BACKSTOPS ->
                Duration.ofMinutes(1);
        };
    }

    /** The bucket whose new objects it hears of; empty for others. */
    public Optional<Bucket> bucket() {
        return switch (this) {
            case UPLOADS -> Optional.of(Bucket.UPLOADS);
            case LISTS -> Optional.of(Bucket.FEEDS);
            case UPLOADS_DEAD, LISTS_DEAD, ALERTS, ALERTS_DEAD, WEBHOOKS, WEBHOOKS_DEAD, CAD, FAILURES, BACKSTOPS ->
                Optional.empty();
        };
    }

    /** Whether the topic of alerts hands everything to it. */
    public boolean hearsAlerts() {
        return switch (this) {
            case ALERTS, WEBHOOKS, CAD -> true;
            case UPLOADS, UPLOADS_DEAD, LISTS, LISTS_DEAD, ALERTS_DEAD, WEBHOOKS_DEAD, FAILURES, BACKSTOPS -> false;
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
            case WEBHOOKS -> Optional.of(WEBHOOKS_DEAD);
            case UPLOADS_DEAD, LISTS_DEAD, ALERTS_DEAD, WEBHOOKS_DEAD, CAD, FAILURES, BACKSTOPS -> Optional.empty();
        };
    }
}
