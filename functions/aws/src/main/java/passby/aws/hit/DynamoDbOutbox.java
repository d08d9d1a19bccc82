package passby.aws.hit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.hit.HitId;
import passby.core.hit.Outbox;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The hits whose alert is pending: a sparse index, which a hit leaves when its alert is sent. */
public final class DynamoDbOutbox implements Outbox {
    private static final int MAX_PENDING = 100;

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbOutbox(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public List<HitId> pending() {
        return HitRowKeys.allPending().stream()
                .flatMap(shard -> pending(shard).stream())
                .map(row -> StoredItem.part("pending hit", row))
                .sorted(Comparator.comparing(row -> row.string(Tables.BY_PENDING.sort())))
                .limit(MAX_PENDING)
                .map(row -> row.code("hitId", HitId::new))
                .toList();
    }

    private List<Map<String, AttributeValue>> pending(String shard) {
        var query = QueryRequest.builder()
                .tableName(tables.name(Tables.HITS))
                .indexName(Tables.BY_PENDING.name())
                .keyConditionExpression("#shard = :shard")
                .expressionAttributeNames(Map.of("#shard", Tables.BY_PENDING.partition()))
                .expressionAttributeValues(Map.of(":shard", AttributeValue.fromS(shard)))
                .build();
        return new Pages(client).query(query, MAX_PENDING);
    }

    @Override
    public void markSent(HitId hitId) {
        try {
            client.updateItem(update -> update.tableName(tables.name(Tables.HITS))
                    .key(HitRowKeys.hit(hitId))
                    .updateExpression("SET #alert = :sent REMOVE #shard, #alertedAt")
                    .conditionExpression("attribute_exists(#hitId)")
                    .expressionAttributeNames(Map.of(
                            "#alert", DynamoDbHitFormat.ALERT,
                            "#shard", Tables.BY_PENDING.partition(),
                            "#alertedAt", Tables.BY_PENDING.sort(),
                            "#hitId", Tables.HITS.partition()))
                    .expressionAttributeValues(Map.of(":sent", AttributeValue.fromS("SENT"))));
        } catch (ConditionalCheckFailedException e) {
            // The hit is gone with its retention: there is nothing to mark, and no row may come back by it.
        }
    }
}
