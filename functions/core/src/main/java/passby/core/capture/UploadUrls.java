package passby.core.capture;

import java.time.Duration;

/** Signs upload URLs. */
public interface UploadUrls {
    /**
     * A URL for one PUT of exactly the promised type, length and SHA-256, with the capture facts as signed metadata, refused
     * where an object is already ({@code If-None-Match: *}).
     */
    UploadUrl sign(UploadKey key, UploadRequest request, Duration life);
}
