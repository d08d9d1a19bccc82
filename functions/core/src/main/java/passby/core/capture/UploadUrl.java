package passby.core.capture;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A promise to take one frame: exactly these bytes, at this key, until then, once.
 *
 * @param uploadId the frame's id
 * @param url where to PUT it
 * @param headers that the PUT must carry, all of them signed
 * @param expiresAt end of the URL's life
 */
public record UploadUrl(String uploadId, URI url, Map<String, String> headers, Instant expiresAt) {
    public UploadUrl {
        headers = Map.copyOf(headers);
    }

    /** A signed URL is a key: it is answered to its camera and printed nowhere. */
    @Override
    public String toString() {
        return "UploadUrl[" + uploadId + "]";
    }
}
