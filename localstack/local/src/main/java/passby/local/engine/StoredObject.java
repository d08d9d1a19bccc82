package passby.local.engine;

import java.time.Instant;

/**
 * An object as the bucket holds it. {@code storedAt} is in whole milliseconds and comes from the store, so that a second telling of the
 * same object names the same instant; {@code eTag} is without its quotes.
 */
public record StoredObject(String bucket, String key, long size, String eTag, Instant storedAt, How how) {
    /** The request that stored it, as the event names it. */
    public enum How {
        PUT("Put"),
        COPY("Copy"),
        COMPLETE_MULTIPART_UPLOAD("CompleteMultipartUpload");

        private final String inEvents;

        How(String inEvents) {
            this.inEvents = inEvents;
        }

        String eventName() {
            return "ObjectCreated:" + inEvents;
        }
    }
}
