package passby.aws.hotlist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.HotLists;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Hot lists under the keys of their plates. Finding an entry by its number may lag a moment behind adding it. */
public final class DynamoDbHotLists implements HotLists {
    private static final int MAX_ENTRIES = 100;

    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbChanges changes;
    private final Supplier<CityKey> cityKey;

    public DynamoDbHotLists(DynamoDbClient client, Tables tables, DynamoDbChanges changes, Supplier<CityKey> cityKey) {
        this.client = client;
        this.tables = tables;
        this.changes = changes;
        this.cityKey = cityKey;
    }

    @Override
    public List<HotListEntry> byPlate(PlateKey key) {
        var query = QueryRequest.builder()
                .tableName(tables.name(Tables.HOT_LIST))
                .keyConditionExpression("#plateKey = :plateKey")
                .expressionAttributeNames(Map.of("#plateKey", Tables.HOT_LIST.partition()))
                .expressionAttributeValues(Map.of(":plateKey", AttributeValue.fromS(key.value())))
                .consistentRead(true)
                .build();
        return new Pages(client)
                .query(query, MAX_ENTRIES).stream().map(DynamoDbHotLists::entry).toList();
    }

    @Override
    public Optional<HotListEntry> find(String source, String recordId) {
        return keyOf(source, recordId)
                .map(key -> client.getItem(get ->
                        get.tableName(tables.name(Tables.HOT_LIST)).key(key).consistentRead(true)))
                .filter(answer -> answer.hasItem())
                .map(answer -> entry(answer.item()));
    }

    /** The record's number alone does not lead to its row: the index does. */
    private Optional<Map<String, AttributeValue>> keyOf(String source, String recordId) {
        var query = QueryRequest.builder()
                .tableName(tables.name(Tables.HOT_LIST))
                .indexName(Tables.BY_RECORD.name())
                .keyConditionExpression("#record = :record")
                .expressionAttributeNames(Map.of("#record", Tables.BY_RECORD.partition()))
                .expressionAttributeValues(
                        Map.of(":record", AttributeValue.fromS(HotListRowKeys.record(source, recordId))))
                .scanIndexForward(false)
                .build();
        return new Pages(client)
                .query(query, 1).stream()
                        .findFirst()
                        .map(item -> item.entrySet().stream()
                                .filter(attribute -> Tables.HOT_LIST.isKey(attribute.getKey()))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The condition guards the row; that no other plate has the record is as certain as the index is quick. */
    @Override
    public Commit add(HotListEntry listed, Entry entry) {
        if (keyOf(listed.source(), listed.recordId()).isPresent()) {
            return new Commit.Conflict();
        }
        var row = DynamoDbHotListFormat.row(cityKey.get().plateKey(listed.plate()), listed);
        return changes.commit(List.of(Writes.putNew(tables, Tables.HOT_LIST, row)), entry);
    }

    @Override
    public Commit withdraw(HotListEntry withdrawn, Entry entry) {
        return changes.commit(List.of(withdrawal(withdrawn)), entry);
    }

    /** Sets the date of withdrawal on condition that all the rest is still what the withdrawn entry says. */
    private TransactWriteItem withdrawal(HotListEntry withdrawn) {
        var key = cityKey.get().plateKey(withdrawn.plate());
        var row = DynamoDbHotListFormat.row(key, withdrawn).attributes();
        var names = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, AttributeValue>();
        var condition = new StringBuilder("attribute_not_exists(#withdrawnAt)");
        names.put("#withdrawnAt", DynamoDbHotListFormat.WITHDRAWN_AT);
        row.forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
            if (!name.equals(DynamoDbHotListFormat.WITHDRAWN_AT)) {
                condition.append(" AND #%s = :%s".formatted(name, name));
            }
        });
        if (withdrawn.approvedBy() == null) {
            names.put("#approvedBy", "approvedBy");
            condition.append(" AND attribute_not_exists(#approvedBy)");
        }
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(tables.name(Tables.HOT_LIST))
                        .key(HotListRowKeys.entry(
                                key, withdrawn.source(), withdrawn.recordId(), HotListRowKeys.CUSTOM_VERSION))
                        .updateExpression("SET #withdrawnAt = :withdrawnAt")
                        .conditionExpression(condition.toString())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build())
                .build();
    }

    private static HotListEntry entry(Map<String, AttributeValue> attributes) {
        return DynamoDbHotListFormat.read(StoredItem.of("hot-list entry", DynamoDbHotListFormat.VERSION, attributes));
    }
}
