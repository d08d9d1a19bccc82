package passby.core.lists;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A promise to take one file of a list: exactly these bytes, until then, once.
 *
 * @param url where to PUT it
 * @param headers that the PUT must carry, all of them signed
 * @param expiresAt end of the URL's life
 */
public record FeedUploadUrl(URI url, Map<String, String> headers, Instant expiresAt) {
    public FeedUploadUrl {
        headers = Map.copyOf(headers);
    }

    /** A signed URL is a key: it is answered to who asked and printed nowhere. */
    @Override
    public String toString() {
        return "FeedUploadUrl[until " + expiresAt + "]";
    }
}
