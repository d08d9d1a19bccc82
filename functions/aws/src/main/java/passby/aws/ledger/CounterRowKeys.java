package passby.aws.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import passby.core.ledger.Count;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys of Counters: {@code <minute>#<shard 0-7>}, and in the same table {@code watermark#<job>}, {@code latency#<day>#<camera>},
 * {@code judged#<day>#<camera>}, {@code illegible#<day>#<camera>} and {@code sample#<day>#<place>#<camera>}. The code before had a row for
 * each count: {@code <minute>#<name>#<shard 0-7>}.
 */
public final class CounterRowKeys {
    public static final int SHARDS = 8;

    private CounterRowKeys() {}

    /** The shard by the millisecond: those who count at once rarely meet. */
    static Key counts(Instant at) {
        return key(KeyTimes.minute(at), Math.floorMod(at.toEpochMilli(), SHARDS));
    }

    /** The rows that the code of today counts the minute in. */
    static List<Key> countedNow(Instant minute) {
        var text = KeyTimes.minute(minute);
        return IntStream.range(0, SHARDS).mapToObj(shard -> key(text, shard)).toList();
    }

    /** Every row that the minute can have. */
    static List<Key> ofMinute(Instant minute) {
        var text = KeyTimes.minute(minute);
        var names =
                Stream.concat(Stream.of(text), Arrays.stream(Count.values()).map(count -> text + "#" + count.code()));
        return names.flatMap(name -> IntStream.range(0, SHARDS).mapToObj(shard -> key(name, shard)))
                .toList();
    }

    static Key latency(Instant day, String cameraId) {
        return ofDay("latency", day, cameraId);
    }

    static Key judged(Instant day, String cameraId) {
        return ofDay("judged", day, cameraId);
    }

    static Key illegible(Instant day, String cameraId) {
        return ofDay("illegible", day, cameraId);
    }

    static Key sample(LocalDate day, int place, String cameraId) {
        return Tables.COUNTERS.key("sample#" + day + "#" + place + "#" + cameraId);
    }

    private static Key ofDay(String what, Instant day, String cameraId) {
        return Tables.COUNTERS.key(what + "#" + day.toString().substring(0, 10) + "#" + cameraId);
    }

    /** The camera of a row of one of its days: no id holds the mark. */
    static String cameraOf(Map<String, AttributeValue> row) {
        var counter =
                Objects.requireNonNull(row.get(Tables.COUNTERS.partition())).s();
        return counter.substring(counter.lastIndexOf('#') + 1);
    }

    static Key watermark(String job) {
        return Tables.COUNTERS.key("watermark#" + job);
    }

    private static Key key(String name, int shard) {
        return Tables.COUNTERS.key(name + "#" + shard);
    }
}
