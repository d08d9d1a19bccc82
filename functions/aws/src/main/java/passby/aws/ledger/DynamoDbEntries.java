package passby.aws.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.core.ledger.Entry;
import passby.core.ledger.Opening;
import passby.core.retention.RowClock;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How an entry is stored: its canonical text with its leaf hash in one table, what opens its commitments in another. */
final class DynamoDbEntries {
    /** How many rows an entry is. */
    static final int ROWS = 2;

    static final TableSchema<PendingEntry> PENDING = SchemaBuilder.row(
                    Tables.LEDGER_PENDING, "entry", 1, PendingEntry.class)
            .keys(PendingEntry::key)
            .string("entry", PendingEntry::canonical)
            .string("leafHash", PendingEntry::leafHash)
            .build(values -> new PendingEntry(
                    Tables.LEDGER_PENDING.key(values.string("minuteShard"), values.string("entryId")),
                    values.string("entry"),
                    values.string("leafHash")));

    static final TableSchema<Openings> OPENINGS = Expiry.add(
                    SchemaBuilder.row(Tables.LEDGER_OPENINGS, "entry", 1, Openings.class),
                    openings -> Map.of(RowClock.SEARCH_RECORD, openings.acceptedAt()),
                    Openings::expiresAt,
                    openings -> null,
                    Openings::entryId)
            .keys(openings -> LedgerRowKeys.openings(openings.entryId()))
            .with("openings", Converters.map(opening()), Openings::byField)
            .build(values -> new Openings(
                    values.string("entryId"),
                    values.map("openings", Opening.class),
                    Objects.requireNonNull(
                            values.map(Expiry.BASES, Instant.class).get(RowClock.SEARCH_RECORD.code())),
                    values.instant(Expiry.EXPIRES_AT)));

    private final DynamoDbTable<PendingEntry> pending;
    private final DynamoDbTable<Openings> openings;
    private final Supplier<Duration> searchRecord;

    record PendingEntry(Key key, String canonical, String leafHash) {}

    /** @param acceptedAt what the clock of search records counts from */
    record Openings(String entryId, Map<String, Opening> byField, Instant acceptedAt, Instant expiresAt) {}

    /**
     * @param searchRecord how long openings are kept: never shorter than two years, because CJIS AU-11 asks for one and the
     *     strictest state for two. The entry itself stays; without its openings it names nobody
     */
    DynamoDbEntries(DynamoDbClient client, Tables tables, Supplier<Duration> searchRecord) {
        this.searchRecord = searchRecord;
        this.pending = tables.mapped(client, Tables.LEDGER_PENDING, PENDING);
        this.openings = tables.mapped(client, Tables.LEDGER_OPENINGS, OPENINGS);
    }

    /** The openings first: their key is the entry's id alone, so that they tell whether the entry is stored already. */
    List<Write> writes(Entry entry, Instant acceptedAt) {
        var byField = new HashMap<String, Opening>();
        entry.openings().forEach((field, opening) -> byField.put(field.code(), opening));
        var kept = new Openings(entry.entryId(), byField, acceptedAt, acceptedAt.plus(searchRecord.get()));
        var waiting = new PendingEntry(
                LedgerRowKeys.pending(acceptedAt, entry.entryId()), entry.canonical(), entry.leafHash());
        return List.of(Writes.putNew(openings, kept), Writes.putNew(pending, waiting));
    }

    private static AttributeConverter<Opening> opening() {
        return Converters.part(SchemaBuilder.part("opening", Opening.class)
                .string("salt", Opening::salt)
                .string("value", Opening::value)
                .build(values -> new Opening(values.string("salt"), values.string("value"))));
    }
}
