package passby.aws.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.core.ledger.Entry;
import passby.core.ledger.Opening;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How an entry is stored: its canonical text with its leaf hash in one table, what opens its commitments in another. */
final class DynamoDbEntries {
    /** How many rows an entry is. */
    static final int ROWS = 2;

    /**
     * The clock of search records: an audit looks back over a year (CJIS AU-11 keeps audit records for at least 365 days).
     * The entry itself stays; without its openings it names nobody.
     */
    static final Duration OPENINGS_KEPT = Duration.ofDays(365);

    private static final int VERSION = 1;

    private DynamoDbEntries() {}

    /** The openings first: their key is the entry's id alone, so that they tell whether the entry is stored already. */
    static List<TransactWriteItem> writes(Tables tables, Entry entry, Instant acceptedAt) {
        return List.of(
                Writes.putNew(tables, Tables.LEDGER_OPENINGS, openings(entry, acceptedAt)),
                Writes.putNew(tables, Tables.LEDGER_PENDING, pending(entry, acceptedAt)));
    }

    private static Item pending(Entry entry, Instant acceptedAt) {
        return Item.of(VERSION)
                .keys(LedgerRowKeys.pending(acceptedAt, entry.entryId()))
                .string("entry", entry.canonical())
                .string("leafHash", entry.leafHash());
    }

    private static Item openings(Entry entry, Instant acceptedAt) {
        var openings = Item.part();
        entry.openings().forEach((field, opening) -> openings.part(field.code(), opening(opening)));
        var item =
                Item.of(VERSION).keys(LedgerRowKeys.openings(entry.entryId())).part("openings", openings);
        return Expiry.put(item, acceptedAt.plus(OPENINGS_KEPT), entry.entryId());
    }

    private static Item opening(Opening opening) {
        return Item.part().string("salt", opening.salt()).string("value", opening.value());
    }
}
