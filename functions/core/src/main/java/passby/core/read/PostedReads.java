package passby.core.read;

import java.util.Optional;
import passby.core.capture.UploadKey;
import passby.core.capture.Uploads;

/**
 * Reads that cameras made themselves, on their way: each an object in the bucket of uploads, so that {@link Uploads} finds,
 * lists and deletes it as it does a frame.
 */
public interface PostedReads {
    /** Stores the read under a key of the kind {@link UploadKey.Kind#READ}, which tells the queue of it. */
    void put(UploadKey key, PostedRead read);

    /** Empty when there is no such object. */
    Optional<PostedRead> find(UploadKey key);
}
