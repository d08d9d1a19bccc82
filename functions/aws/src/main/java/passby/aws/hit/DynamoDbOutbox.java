package passby.aws.hit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.hit.HitId;
import passby.core.hit.Outbox;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.UpdateItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** The hits whose alert is pending: a sparse index, which a hit leaves when its alert is sent. */
public final class DynamoDbOutbox implements Outbox {
    private static final int MAX_PENDING = 100;

    /** What the index holds of a hit, and what the sending of its alert changes: it leaves the index. */
    private static final TableSchema<Alert> ALERT = SchemaBuilder.partOfRow(Tables.HITS, "pending hit", Alert.class)
            .keys(alert -> HitRowKeys.hit(alert.hitId()))
            .string(HitSchema.ALERT, Alert::state)
            .string(Tables.BY_PENDING.partition(), Alert::shard)
            .string(Tables.BY_PENDING.sort(), Alert::alertedAt)
            .build(values -> new Alert(
                    values.parse("hitId", HitId::new),
                    values.find(HitSchema.ALERT, String.class),
                    values.find(Tables.BY_PENDING.partition(), String.class),
                    values.find(Tables.BY_PENDING.sort(), String.class)));

    private final DynamoDbTable<Alert> alerts;

    private record Alert(
            HitId hitId,
            @Nullable String state,
            @Nullable String shard,
            @Nullable String alertedAt) {}

    public DynamoDbOutbox(DynamoDbClient client, Tables tables) {
        this.alerts = tables.mapped(client, Tables.HITS, ALERT);
    }

    @Override
    public List<HitId> pending() {
        return HitRowKeys.allPending().stream()
                .flatMap(this::pending)
                .sorted(Comparator.comparing(alert -> String.valueOf(alert.alertedAt())))
                .limit(MAX_PENDING)
                .map(Alert::hitId)
                .toList();
    }

    private Stream<Alert> pending(String shard) {
        var pending = QueryConditional.keyEqualTo(key -> key.partitionValue(shard));
        return alerts
                .index(Tables.BY_PENDING.name())
                .query(query -> query.queryConditional(pending).limit(MAX_PENDING))
                .stream()
                .flatMap(page -> page.items().stream())
                .limit(MAX_PENDING);
    }

    @Override
    public void postpone(HitId hitId, Instant now) {
        try {
            alerts.updateItem(UpdateItemEnhancedRequest.builder(Alert.class)
                    .returnValues(ReturnValue.NONE)
                    .item(new Alert(hitId, null, null, KeyTimes.millis(now)))
                    .ignoreNullsMode(IgnoreNullsMode.SCALAR_ONLY)
                    .conditionExpression(Expression.builder()
                            .expression("attribute_exists(#alertedAt)")
                            .putExpressionName("#alertedAt", Tables.BY_PENDING.sort())
                            .build())
                    .build());
        } catch (ConditionalCheckFailedException e) {
            // Its alert went out after all, or the hit is gone: there is nothing left to postpone.
        }
    }

    @Override
    public void markSent(HitId hitId) {
        try {
            alerts.updateItem(UpdateItemEnhancedRequest.builder(Alert.class)
                    .returnValues(ReturnValue.NONE)
                    .item(new Alert(hitId, "SENT", null, null))
                    .conditionExpression(Expression.builder()
                            .expression("attribute_exists(#hitId)")
                            .putExpressionName("#hitId", Tables.HITS.partition())
                            .build())
                    .build());
        } catch (ConditionalCheckFailedException e) {
            // The hit is gone with its retention: there is nothing to mark, and no row may come back by it.
        }
    }
}
