package passby.aws.dynamodb;

import java.util.List;
import java.util.stream.IntStream;
import passby.core.id.Digests;

/** Spreads what belongs to one minute, or to one state, over several partitions. The same id always lies in the same shard. */
public final class Shards {
    private Shards() {}

    /** {@code <what>#<shard>}, the shard by the id's hash. */
    public static String of(String what, String id, int count) {
        return what + "#" + number(id, count);
    }

    /** The shard alone, 0 to {@code count - 1}. */
    public static int number(String id, int count) {
        return (Digests.sha256(Digests.utf8(id))[0] & 0xff) % count;
    }

    /** Every shard of it, for who wants it all. */
    public static List<String> all(String what, int count) {
        return IntStream.range(0, count).mapToObj(shard -> what + "#" + shard).toList();
    }
}
