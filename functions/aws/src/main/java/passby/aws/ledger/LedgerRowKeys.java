package passby.aws.ledger;

import java.time.Instant;
import java.util.List;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Shards;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of LedgerPending, LedgerOpenings and LedgerIndex. */
public final class LedgerRowKeys {
    public static final int SHARDS = 4;

    private static final String ENTRY = "entry#";

    private LedgerRowKeys() {}

    /** @param acceptedAt by the clock of whoever writes it: an entry never lands in a minute that was sealed before */
    static Key pending(Instant acceptedAt, String entryId) {
        return Tables.LEDGER_PENDING.key(Shards.of(KeyTimes.minute(acceptedAt), entryId, SHARDS), entryId);
    }

    /** The partitions of one minute, for the sealer. */
    public static List<String> pendingMinute(Instant minute) {
        return Shards.all(KeyTimes.minute(minute), SHARDS);
    }

    static Key openings(String entryId) {
        return Tables.LEDGER_OPENINGS.key(entryId);
    }

    static Key entry(String entryId) {
        return Tables.LEDGER_INDEX.key(ENTRY + entryId, "-");
    }

    /** @param key that {@link #entry} made */
    static String entryId(Key key) {
        return key.partitionKeyValue().s().substring(ENTRY.length());
    }

    /** @param personMonth an HMAC */
    static Key person(String personMonth, long position) {
        return Tables.LEDGER_INDEX.key("person#" + personMonth, String.format("%020d", position));
    }
}
