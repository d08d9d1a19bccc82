package passby.aws.read;

import java.time.Instant;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Shards;
import passby.aws.dynamodb.Tables;
import passby.core.plate.PlateKey;
import passby.core.read.ReadRef;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of Reads and Plates. Reads of a plate lie in the order of their capture. */
public final class ReadRowKeys {
    private static final int PLATE_SHARDS = 16;

    private ReadRowKeys() {}

    public static Key read(ReadRef ref) {
        return Tables.READS.key(ref.plateKey().value(), captured(ref.capturedAt(), ref.readId()));
    }

    /** {@code <capturedAt>#<readId>}. */
    static String captured(Instant capturedAt, String readId) {
        return KeyTimes.millis(capturedAt) + "#" + readId;
    }

    /** The read behind a row's keys, to the millisecond. */
    static ReadRef ref(String plateKey, String captured) {
        var end = captured.indexOf('#');
        return new ReadRef(
                new PlateKey(plateKey), Instant.parse(captured.substring(0, end)), captured.substring(end + 1));
    }

    /**
     * The read that the row of a correction names.
     *
     * @param plateKey of the read's own plate
     * @param captured sort key of the row
     */
    static ReadRef corrected(String plateKey, String captured) {
        return ref(plateKey, captured.substring(0, captured.indexOf('#', captured.indexOf('#') + 1)));
    }

    /** The bounds of {@code [from, to)} for a BETWEEN: every key of an instant is longer than the instant, so after it. */
    static String captureBound(Instant instant) {
        return KeyTimes.millis(instant);
    }

    static String captureBoundExcluding(Instant instant) {
        return KeyTimes.millisNotBefore(instant);
    }

    /** The partition key of index {@code byCamera}. */
    public static String cameraDay(String cameraId, Instant capturedAt) {
        return cameraId + "#" + KeyTimes.day(capturedAt);
    }

    public static Key plate(PlateKey plateKey) {
        return Tables.PLATES.key(String.valueOf(Shards.number(plateKey.value(), PLATE_SHARDS)), plateKey.value());
    }
}
