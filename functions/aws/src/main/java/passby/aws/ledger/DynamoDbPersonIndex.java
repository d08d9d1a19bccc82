package passby.aws.ledger;

import java.util.List;
import passby.aws.dynamodb.BatchWrites;
import passby.aws.dynamodb.Tables;
import passby.core.audit.PersonIndex;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Entries of persons in LedgerIndex, under keys that name nobody. */
public final class DynamoDbPersonIndex implements PersonIndex {
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
                        IndexRow.SCHEMA,
                        rows.stream()
                                .map(row -> new IndexRow(
                                        LedgerRowKeys.person(row.personMonth(), row.position()),
                                        row.position(),
                                        row.expiresAt().getEpochSecond()))
                                .toList());
    }

    @Override
    public List<Long> find(String personMonth, long from, int limit) {
        var first = QueryConditional.sortGreaterThanOrEqualTo(LedgerRowKeys.person(personMonth, from));
        return tables
                .mapped(client, Tables.LEDGER_INDEX, IndexRow.SCHEMA)
                .query(query -> query.queryConditional(first).limit(limit).consistentRead(true))
                .items()
                .stream()
                .limit(limit)
                .map(IndexRow::position)
                .toList();
    }
}
