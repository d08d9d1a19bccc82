package passby.aws.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.policy.Limits;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counts uses in one row for each subject and hour or minute. Should the SDK repeat a count whose answer was lost, it counts
 * twice.
 */
public final class DynamoDbLimits implements Limits {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int VERSION = 1;

    private static final TableSchema<Used> ROW = SchemaBuilder.row(Tables.LIMITS, "limit", VERSION, Used.class)
            .keys(Used::key)
            .longValue("uses", Used::uses)
            .build(values ->
                    new Used(Tables.LIMITS.key(values.string(Tables.LIMITS.partition())), values.longValue("uses")));

    private final DynamoDbClient client;
    private final Tables tables;

    private record Used(Key key, long uses) {}

    public DynamoDbLimits(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public int use(String subject, Window window, Instant at, int uses, int bound) {
        return Limits.within(count(subject, window, at, uses), uses, bound);
    }

    /** A row that expired meanwhile comes back with a negative count, which makes its old window roomier and harms nobody. */
    @Override
    public void giveBack(String subject, Window window, Instant at, int uses) {
        count(subject, window, at, -uses);
    }

    private long count(String subject, Window window, Instant at, int more) {
        var key = LimitRowKeys.use(subject, window, at);
        var id = key.partitionKeyValue().s();
        var expiresAt = at.plus(KEPT);
        // Raw: ADD, which the enhanced client has only for steps that are fixed in the schema.
        var answer = client.updateItem(update -> update.tableName(tables.name(Tables.LIMITS))
                .key(Tables.LIMITS.attributes(key))
                .updateExpression("ADD #uses :more SET #v = :v, #ttl = :ttl, #expires = :expires, #shard = :shard,"
                        + " #position = :position")
                .expressionAttributeNames(Map.of(
                        "#uses",
                        "uses",
                        "#v",
                        "v",
                        "#ttl",
                        Tables.TIME_TO_LIVE,
                        "#expires",
                        Expiry.EXPIRES_AT,
                        "#shard",
                        Tables.BY_EXPIRY.partition(),
                        "#position",
                        Tables.BY_EXPIRY.sort()))
                .expressionAttributeValues(Map.of(
                        ":more", number(more),
                        ":v", number(VERSION),
                        ":ttl", Expiry.timeToLive(expiresAt),
                        ":expires", AttributeValue.fromS(expiresAt.toString()),
                        ":shard", AttributeValue.fromS(Expiry.shard(id)),
                        ":position", AttributeValue.fromS(Expiry.position(expiresAt, id))))
                .returnValues(ReturnValue.ALL_NEW));
        return ROW.mapToItem(answer.attributes()).uses();
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
