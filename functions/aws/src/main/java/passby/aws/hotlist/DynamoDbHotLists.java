package passby.aws.hotlist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.HotLists;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.lists.CachedLists;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Hot lists under the keys of their plates; entries of imported lists only while their version is the active one of a list
 * that alerts. Finding an entry by its number may lag a moment behind adding it.
 */
public final class DynamoDbHotLists implements HotLists {
    private static final int MAX_LISTED = 1_000;

    private final DynamoDbTable<HotListSchema.Row> entries;
    private final DynamoDbTable<HotListSchema.Indexed> records;
    private final DynamoDbChanges changes;
    private final Supplier<CityKey> cityKey;
    private final CachedLists lists;

    public DynamoDbHotLists(
            DynamoDbClient client,
            Tables tables,
            DynamoDbChanges changes,
            Supplier<CityKey> cityKey,
            CachedLists lists) {
        this.entries = tables.mapped(client, Tables.HOT_LIST, HotListSchema.ROW);
        this.records = tables.mapped(client, Tables.HOT_LIST, HotListSchema.INDEXED);
        this.changes = changes;
        this.cityKey = cityKey;
        this.lists = lists;
    }

    @Override
    public List<HotListEntry> byPlate(PlateKey key, Instant now) {
        return live(key.value())
                .flatMap(row -> visible(row).stream())
                .filter(entry -> entry.isLive(now))
                .toList();
    }

    /** Withdrawn rows do not leave the store. */
    private Stream<HotListSchema.Row> live(String partition) {
        return rows(partition, Writes.hasNo(HotListSchema.WITHDRAWN_AT));
    }

    private Stream<HotListSchema.Row> rows(String partition) {
        return rows(partition, null);
    }

    private Stream<HotListSchema.Row> rows(String partition, @Nullable Expression filter) {
        var query = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(key -> key.partitionValue(partition)))
                .filterExpression(filter)
                .consistentRead(true)
                .build();
        return entries.query(query).items().stream();
    }

    /** An imported entry is as old as its list, which was confirmed whole when it was received. */
    private Optional<HotListEntry> visible(HotListSchema.Row row) {
        if (row.fromVersion() == HotListRowKeys.CUSTOM_VERSION) {
            return Optional.of(row.entry());
        }
        return lists.alerting(row.entry().source())
                .filter(source -> isOf(row, source.activeVersion()))
                .map(source -> row.entry()
                        .listed(Objects.requireNonNull(source.active()).received()));
    }

    private static boolean isOf(HotListSchema.Row row, int active) {
        var ended = row.toVersion();
        return row.fromVersion() <= active && (ended == null || active < ended);
    }

    @Override
    public List<HotListEntry> withoutPlate(Instant now) {
        return live(HotListRowKeys.open(HotListEntry.CUSTOM))
                .map(HotListSchema.Row::entry)
                .filter(entry -> entry.isLive(now))
                .limit(MAX_OPEN)
                .toList();
    }

    @Override
    public List<HotListEntry> custom(Instant now) {
        var custom = QueryConditional.keyEqualTo(key -> key.partitionValue(HotListEntry.CUSTOM));
        return entries
                .index(Tables.BY_LIST.name())
                .query(query -> query.queryConditional(custom).scanIndexForward(false))
                .stream()
                .flatMap(page -> page.items().stream())
                .map(HotListSchema.Row::entry)
                .filter(entry -> entry.isLive(now))
                .limit(MAX_LISTED)
                .toList();
    }

    @Override
    public boolean wasEnteredSince(HotListEntry listed, Instant since) {
        return rows(partition(listed))
                .map(HotListSchema.Row::entry)
                .filter(entry -> entry.isCustom() && !entry.createdAt().isBefore(since))
                .anyMatch(listed::asksForTheSameAs);
    }

    @Override
    public Optional<HotListEntry> find(String source, String recordId) {
        return keyOf(source, recordId)
                .map(key -> entries.getItem(get -> get.key(key).consistentRead(true)))
                .map(HotListSchema.Row::entry);
    }

    /** The record's number alone does not lead to its row: the index does. */
    private Optional<Key> keyOf(String source, String recordId) {
        var record = QueryConditional.keyEqualTo(key -> key.partitionValue(HotListRowKeys.record(source, recordId)));
        return records
                .index(Tables.BY_RECORD.name())
                .query(query ->
                        query.queryConditional(record).scanIndexForward(false).limit(1))
                .stream()
                .flatMap(page -> page.items().stream())
                .findFirst()
                .map(HotListSchema.Indexed::key);
    }

    /** The condition guards the row; that no other plate has the record is as certain as the index is quick. */
    @Override
    public Commit add(HotListEntry listed, Entry entry) {
        if (keyOf(listed.source(), listed.recordId()).isPresent()) {
            return new Commit.Conflict();
        }
        return changes.commit(List.of(Writes.putNew(entries, row(listed))), entry);
    }

    @Override
    public Commit revise(HotListEntry revised, Entry entry) {
        var before = AttributeValue.fromN(Integer.toString(revised.revision() - 1));
        return changes.commit(List.of(Writes.replace(entries, row(revised), HotListSchema.REVISION, before)), entry);
    }

    private HotListSchema.Row row(HotListEntry listed) {
        return new HotListSchema.Row(partition(listed), HotListRowKeys.CUSTOM_VERSION, null, listed);
    }

    private String partition(HotListEntry listed) {
        return listed.plate()
                .map(plate -> cityKey.get().plateKey(plate).value())
                .orElseGet(() -> HotListRowKeys.open(listed.source()));
    }
}
