package passby.aws.hit;

import java.time.Instant;
import java.util.List;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Shards;
import passby.aws.dynamodb.Tables;
import passby.core.hit.HitId;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of Hits: the hit's own row, and one row for each of its steps behind it. */
final class HitRowKeys {
    static final String HIT = "HIT";
    static final String OPEN = "OPEN";

    /** The partition of index {@code byDue} for rejected hits that have not fallen to the non-hit clock whole: mostly empty. */
    static final String UNFINISHED = "UNFINISHED";

    private static final String PENDING = "PENDING";
    private static final String DUE = "DUE";
    /** Sorts behind every id that follows the same time. */
    static final String BEHIND_ANY_ID = "#~";

    private static final int PENDING_SHARDS = 4;

    private HitRowKeys() {}

    static Key hit(HitId hitId) {
        return Tables.HITS.key(hitId.value(), HIT);
    }

    /** @param number from 1 */
    static Key step(HitId hitId, int number) {
        return Tables.HITS.key(hitId.value(), stepPart(number));
    }

    /** Of one length, so that the tenth step comes after the ninth. */
    static String stepPart(int number) {
        return "STEP#%04d".formatted(number);
    }

    /** The sort key of index {@code byOpen}. */
    static String raised(Instant raisedAt, HitId hitId) {
        return KeyTimes.millis(raisedAt) + "#" + hitId.value();
    }

    static String pending(HitId hitId) {
        return Shards.of(PENDING, hitId.value(), PENDING_SHARDS);
    }

    /** The partition of hits whose confirmation is pending. */
    static String due(HitId hitId) {
        return Shards.of(DUE, hitId.value(), PENDING_SHARDS);
    }

    static List<String> allDue() {
        return Shards.all(DUE, PENDING_SHARDS);
    }

    static List<String> allPending() {
        return Shards.all(PENDING, PENDING_SHARDS);
    }
}
