package passby.aws.ledger;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import passby.aws.dynamodb.BatchReads;
import passby.aws.dynamodb.BatchWrites;
import passby.aws.dynamodb.Tables;
import passby.core.sealing.EntryIndex;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Places of entries in LedgerIndex. Made from the log, and could be made from it again. */
public final class DynamoDbEntryIndex implements EntryIndex {
    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbEntryIndex(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public void put(long first, List<String> entryIds) {
        var rows = IntStream.range(0, entryIds.size())
                .mapToObj(i -> new IndexRow(LedgerRowKeys.entry(entryIds.get(i)), first + i, null))
                .toList();
        new BatchWrites(client, tables).put(Tables.LEDGER_INDEX, IndexRow.SCHEMA, rows);
    }

    @Override
    public Map<String, Long> find(List<String> entryIds) {
        var keys = entryIds.stream().map(LedgerRowKeys::entry).toList();
        return new BatchReads(client, tables)
                .read(Tables.LEDGER_INDEX, keys).stream()
                        .map(IndexRow.SCHEMA::mapToItem)
                        .collect(Collectors.toMap(row -> LedgerRowKeys.entryId(row.key()), IndexRow::position));
    }

    @Override
    public OptionalLong find(String entryId) {
        var row = tables.mapped(client, Tables.LEDGER_INDEX, IndexRow.SCHEMA)
                .getItem(get -> get.key(LedgerRowKeys.entry(entryId)).consistentRead(true));
        return row == null ? OptionalLong.empty() : OptionalLong.of(row.position());
    }
}
