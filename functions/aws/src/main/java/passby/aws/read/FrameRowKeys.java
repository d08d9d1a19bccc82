package passby.aws.read;

import java.time.Instant;
import java.util.List;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Shards;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of Frames. */
public final class FrameRowKeys {
    public static final int SHARDS = 16;

    private FrameRowKeys() {}

    static Key frame(String uploadId) {
        return Tables.FRAMES.key(uploadId);
    }

    /** The partition key of index {@code byReceived}: the minute of storing, under the name that the index was made with. */
    static String stored(Instant storedAt, String uploadId) {
        return Shards.of(KeyTimes.minute(storedAt), uploadId, SHARDS);
    }

    static List<String> storedMinute(Instant minute) {
        return Shards.all(KeyTimes.minute(minute), SHARDS);
    }
}
