package passby.aws.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import passby.core.ledger.Count;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of Counters: {@code <minute>#<name>#<shard 0-7>}, and {@code watermark#<job>} in the same table. */
final class CounterRowKeys {
    static final int SHARDS = 8;

    private CounterRowKeys() {}

    /** The shard by the millisecond: those who count at once rarely meet. */
    static Key count(Count count, Instant at) {
        return key(KeyTimes.minute(at), count, Math.floorMod(at.toEpochMilli(), SHARDS));
    }

    /** Every row that the minute can have. */
    static List<Key> ofMinute(Instant minute) {
        var text = KeyTimes.minute(minute);
        return Arrays.stream(Count.values())
                .flatMap(count -> IntStream.range(0, SHARDS).mapToObj(shard -> key(text, count, shard)))
                .toList();
    }

    static Key watermark(String job) {
        return Tables.COUNTERS.key("watermark#" + job);
    }

    private static Key key(String minute, Count count, int shard) {
        return Tables.COUNTERS.key(minute + "#" + count.code() + "#" + shard);
    }
}
