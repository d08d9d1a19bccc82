package passby.aws.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import passby.aws.dynamodb.BatchWrites;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.sealing.EntryIndex;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Places of entries in LedgerIndex. Made from the log, and could be made from it again. */
public final class DynamoDbEntryIndex implements EntryIndex {
    private static final int VERSION = 1;

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbEntryIndex(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public void put(long first, List<String> entryIds) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        for (var i = 0; i < entryIds.size(); i++) {
            items.add(Item.of(VERSION)
                    .keys(LedgerRowKeys.entry(entryIds.get(i)))
                    .longValue("position", first + i)
                    .attributes());
        }
        new BatchWrites(client, tables).put(Tables.LEDGER_INDEX, items);
    }

    @Override
    public OptionalLong find(String entryId) {
        var answer = client.getItem(get -> get.tableName(tables.name(Tables.LEDGER_INDEX))
                .key(LedgerRowKeys.entry(entryId))
                .consistentRead(true));
        return answer.hasItem()
                ? OptionalLong.of(StoredItem.of("indexed entry", VERSION, answer.item()).longValue("position"))
                : OptionalLong.empty();
    }
}
