package passby.aws.hotlist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.core.hotlist.HotListEntry;
import passby.core.plate.PlateKey;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The city's own entries about which a decision is asked for, as part of the transaction that says what became of their hit. */
public final class EntryReviews {
    /** What is asked changes of a row. */
    private static final TableSchema<Asked> ASKED = SchemaBuilder.partOfRow(
                    Tables.HOT_LIST, "hot-list entry", Asked.class)
            .keys(Asked::key)
            .instant(HotListSchema.REVIEW_DUE, asked -> asked.entry().reviewDue())
            .integer(HotListSchema.REVISION, asked -> asked.entry().revision())
            .build(values -> {
                throw new UnsupportedOperationException("written only");
            });

    private final DynamoDbTable<HotListSchema.Row> entries;
    private final DynamoDbTable<Asked> asked;

    private record Asked(Key key, HotListEntry entry) {}

    public EntryReviews(DynamoDbClient client, Tables tables) {
        this.entries = tables.mapped(client, Tables.HOT_LIST, HotListSchema.ROW);
        this.asked = tables.mapped(client, Tables.HOT_LIST, ASKED);
    }

    /**
     * What is to be written now, each on condition that nobody changes the entry meanwhile. Nothing of entries that are over, or
     * about which a decision is awaited already.
     *
     * @param matched as the hit holds them
     * @param plateKey of the hit
     */
    public List<Write> writes(List<HotListEntry> matched, PlateKey plateKey, Instant actedAt) {
        return matched.stream()
                .flatMap(entry -> write(key(entry, plateKey), actedAt).stream())
                .toList();
    }

    private Optional<Write> write(Key key, Instant actedAt) {
        return Optional.ofNullable(entries.getItem(get -> get.key(key).consistentRead(true)))
                .map(HotListSchema.Row::entry)
                .flatMap(found -> found.afterHit(actedAt).map(reviewed -> write(key, found, reviewed)));
    }

    private Write write(Key key, HotListEntry found, HotListEntry reviewed) {
        var revision = AttributeValue.fromN(Integer.toString(found.revision()));
        return Writes.update(
                asked,
                new Asked(key, reviewed),
                IgnoreNullsMode.SCALAR_ONLY,
                Writes.has(HotListSchema.REVISION, revision));
    }

    private static Key key(HotListEntry entry, PlateKey plateKey) {
        var partition = entry.plate().isPresent() ? plateKey.value() : HotListRowKeys.open(entry.source());
        return HotListRowKeys.entry(partition, entry.source(), entry.recordId(), HotListRowKeys.CUSTOM_VERSION);
    }
}
