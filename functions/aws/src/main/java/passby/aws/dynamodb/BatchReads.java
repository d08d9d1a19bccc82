package passby.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Many rows of one table by their keys, read strongly. Raw batches: the enhanced client would ask for what is left over without end. */
public final class BatchReads {
    private static final int KEYS_A_CALL = 100;
    private static final int MAX_CALLS = 400;

    private final DynamoDbClient client;
    private final Tables tables;

    public BatchReads(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /** Those that are there, in no order. */
    public List<Map<String, AttributeValue>> read(Table table, List<Key> keys) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        var left = keys.stream().distinct().map(table::attributes).toList();
        for (var calls = 0; !left.isEmpty(); calls++) {
            if (calls == MAX_CALLS) {
                throw new IllegalStateException("rows of " + table.name() + " could not be read: DynamoDB is busy");
            }
            left = read(tables.name(table), left, found);
        }
        return found;
    }

    /** @return what is still to be read */
    private List<Map<String, AttributeValue>> read(
            String name, List<Map<String, AttributeValue>> keys, List<Map<String, AttributeValue>> found) {
        var now = keys.subList(0, Math.min(KEYS_A_CALL, keys.size()));
        var answer = client.batchGetItem(batch -> batch.requestItems(Map.of(
                name, KeysAndAttributes.builder().keys(now).consistentRead(true).build())));
        found.addAll(answer.responses().getOrDefault(name, List.of()));
        var left = new ArrayList<>(keys.subList(now.size(), keys.size()));
        var unread = answer.unprocessedKeys().get(name);
        if (unread != null) {
            left.addAll(unread.keys());
        }
        return left;
    }
}
