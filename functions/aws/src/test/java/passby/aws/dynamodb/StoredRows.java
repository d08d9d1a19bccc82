package passby.aws.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Looks at what lies in the tables, past every adapter. */
public final class StoredRows {
    private final DynamoDbClient client;
    private final Tables tables;

    public StoredRows(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    public List<Map<String, AttributeValue>> of(Table table) {
        var scan = ScanRequest.builder()
                .tableName(tables.name(table))
                .consistentRead(true)
                .build();
        return client.scanPaginator(scan).items().stream().toList();
    }
}
