package passby.aws.hotlist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.HotLists;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Hot lists under the keys of their plates. Finding an entry by its number may lag a moment behind adding it. */
public final class DynamoDbHotLists implements HotLists {
    private static final int MAX_ENTRIES = 100;

    private final DynamoDbTable<HotListSchema.Row> entries;
    private final DynamoDbTable<HotListSchema.Indexed> records;
    private final DynamoDbTable<HotListSchema.Row> withdrawals;
    private final DynamoDbChanges changes;
    private final Supplier<CityKey> cityKey;

    public DynamoDbHotLists(DynamoDbClient client, Tables tables, DynamoDbChanges changes, Supplier<CityKey> cityKey) {
        this.entries = tables.mapped(client, Tables.HOT_LIST, HotListSchema.ROW);
        this.records = tables.mapped(client, Tables.HOT_LIST, HotListSchema.INDEXED);
        this.withdrawals = tables.mapped(client, Tables.HOT_LIST, HotListSchema.WITHDRAWAL);
        this.changes = changes;
        this.cityKey = cityKey;
    }

    @Override
    public List<HotListEntry> byPlate(PlateKey key) {
        var query = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(plate -> plate.partitionValue(key.value())))
                .limit(MAX_ENTRIES)
                .consistentRead(true)
                .build();
        return entries.query(query).items().stream()
                .limit(MAX_ENTRIES)
                .map(HotListSchema.Row::entry)
                .toList();
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

    /** Sets the date of withdrawal on condition that all the rest is still what the withdrawn entry says. */
    @Override
    public Commit withdraw(HotListEntry withdrawn, Entry entry) {
        var before = Writes.isStillAs(entries, row(withdrawn), Set.of(HotListSchema.WITHDRAWN_AT))
                .and(Writes.hasNo(HotListSchema.WITHDRAWN_AT));
        var write = Writes.update(withdrawals, row(withdrawn), IgnoreNullsMode.SCALAR_ONLY, before);
        return changes.commit(List.of(write), entry);
    }

    private HotListSchema.Row row(HotListEntry listed) {
        return new HotListSchema.Row(cityKey.get().plateKey(listed.plate()), HotListRowKeys.CUSTOM_VERSION, listed);
    }
}
