package passby.aws.capture;

import java.time.Duration;
import java.util.Map;
import passby.aws.dynamodb.Tables;
import passby.core.capture.ProcessedUploads;
import passby.core.capture.UploadKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Marks of processed uploads, in the table of limits: a row for each upload, which the table's time to live takes away. */
public final class DynamoDbProcessedUploads implements ProcessedUploads {
    private static final Duration KEPT = Duration.ofHours(2);
    private static final int VERSION = 1;

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbProcessedUploads(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public boolean contains(UploadKey upload) {
        return client.getItem(get -> get.tableName(tables.name(Tables.LIMITS))
                        .key(key(upload))
                        .consistentRead(true))
                .hasItem();
    }

    @Override
    public void add(UploadKey upload) {
        client.updateItem(update -> update.tableName(tables.name(Tables.LIMITS))
                .key(key(upload))
                .updateExpression("SET #v = :v, #ttl = :ttl")
                .expressionAttributeNames(Map.of("#v", "v", "#ttl", Tables.TIME_TO_LIVE))
                .expressionAttributeValues(Map.of(
                        ":v", number(VERSION),
                        ":ttl", number(upload.issued().plus(KEPT).getEpochSecond()))));
    }

    private static Map<String, AttributeValue> key(UploadKey upload) {
        return Tables.LIMITS.key("processed#" + upload.uploadId());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
