package passby.core.lists;

import java.time.Duration;

/** Where files of lists are uploaded. */
public interface FeedUploadUrls {
    FeedUploadUrl sign(ListUpload upload, Duration life);
}
