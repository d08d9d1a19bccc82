package passby.aws.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import passby.aws.dynamodb.BatchWrites;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.audit.PersonIndex;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Entries of persons in LedgerIndex, under keys that name nobody. */
public final class DynamoDbPersonIndex implements PersonIndex {
    private static final int VERSION = 1;

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbPersonIndex(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public void put(List<Row> rows) {
        new BatchWrites(client, tables)
                .put(
                        Tables.LEDGER_INDEX,
                        rows.stream()
                                .map(row -> Item.of(VERSION)
                                        .keys(LedgerRowKeys.person(row.personMonth(), row.position()))
                                        .longValue("position", row.position())
                                        .timeToLive(row.expiresAt())
                                        .attributes())
                                .toList());
    }

    @Override
    public List<Long> find(String personMonth, long from, int limit) {
        var first = LedgerRowKeys.person(personMonth, from);
        var query = QueryRequest.builder()
                .tableName(tables.name(Tables.LEDGER_INDEX))
                .keyConditionExpression("#key = :key AND #place >= :place")
                .expressionAttributeNames(Map.of(
                        "#key", Tables.LEDGER_INDEX.partition(),
                        "#place", Tables.LEDGER_INDEX.sortKey().orElseThrow()))
                .expressionAttributeValues(Map.of(
                        ":key", value(first, Tables.LEDGER_INDEX.partition()),
                        ":place", value(first, Tables.LEDGER_INDEX.sortKey().orElseThrow())))
                .consistentRead(true)
                .build();
        return new Pages(client).query(query, limit).stream()
                .map(item -> StoredItem.of("person's entry", VERSION, item).longValue("position"))
                .toList();
    }

    private static AttributeValue value(Map<String, AttributeValue> key, String name) {
        return Objects.requireNonNull(key.get(name));
    }
}
