package passby.aws.delivery;

import java.time.Instant;
import java.util.List;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.delivery.Recipients;
import passby.core.delivery.Subscription;
import passby.core.hit.Alert;
import passby.core.id.Digests;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Who gets alerts. What was received is marked in the table of limits, under a hash, so that nothing leads from a mark to
 * an officer or a hit; the table's time to live takes it away.
 */
public final class DynamoDbRecipients implements Recipients {
    private static final TableSchema<Mark> ROW = SchemaBuilder.row(Tables.LIMITS, "received alert", 1, Mark.class)
            .keys(Mark::key)
            .timeToLive(Mark::keptUntil)
            .build(values -> new Mark(
                    Tables.LIMITS.key(values.string(Tables.LIMITS.partition())),
                    Instant.ofEpochSecond(values.longValue(Tables.TIME_TO_LIVE))));

    private final DynamoDbSubscriptions subscriptions;
    private final DynamoDbTable<Mark> marks;

    private record Mark(Key key, Instant keptUntil) {}

    public DynamoDbRecipients(DynamoDbClient client, Tables tables, DynamoDbSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
        this.marks = tables.mapped(client, Tables.LIMITS, ROW);
    }

    @Override
    public List<Subscription> confirmed() {
        return subscriptions.confirmed();
    }

    @Override
    public boolean hasReceived(Subscription subscription, Alert alert) {
        return marks.getItem(get -> get.key(key(subscription, alert)).consistentRead(true)) != null;
    }

    @Override
    public void markReceived(Subscription subscription, Alert alert, Instant expiresAt) {
        marks.putItem(new Mark(key(subscription, alert), expiresAt));
    }

    private static Key key(Subscription subscription, Alert alert) {
        return Tables.LIMITS.key("received#"
                + Digests.sha256Hex(subscription.subscriptionId()
                        + "#"
                        + alert.hitId().value()
                        + (alert.escalated() ? "#escalated" : "")));
    }
}
