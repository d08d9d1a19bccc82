package passby.aws.api;

import java.util.Optional;

/** A queue of the city; its messages name things, and hold no picture, plate or person. */
public enum Queue {
    /** S3's notices of frames that arrived. */
    UPLOADS("uploads"),
    /** Notices that were received too often: nobody reads these but a person. */
    UPLOADS_DEAD("uploads-dead"),
    /** Alerts behind their topic, until they reached every officer who subscribed to them. */
    ALERTS("alerts"),
    /** Alerts that some telephone did not get in all tries. */
    ALERTS_DEAD("alerts-dead"),
    /** Events whose function failed for good. */
    FAILURES("failures");

    private final String code;

    Queue(String code) {
        this.code = code;
    }

    /** Its name within a deployment. */
    public String code() {
        return code;
    }

    /** Where its messages go that were received too often; empty for queues that only people read. */
    public Optional<Queue> deadLetters() {
        return switch (this) {
            case UPLOADS -> Optional.of(UPLOADS_DEAD);
            case ALERTS -> Optional.of(ALERTS_DEAD);
            case UPLOADS_DEAD, ALERTS_DEAD, FAILURES -> Optional.empty();
        };
    }
}
