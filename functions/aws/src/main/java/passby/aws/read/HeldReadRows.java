package passby.aws.read;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.core.evidence.HeldRows;
import passby.core.read.ReadRef;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The ids of holds on the rows of reads. A held row is not in the index of dates, so the purge does not find it; and the
 * purge's mark refuses every hold, so that one of the two wins.
 */
public final class HeldReadRows implements HeldRows {
    private static final int ATTEMPTS = 5;

    private static final TableSchema<Held> HELD = SchemaBuilder.partOfRow(Tables.READS, "read", Held.class)
            .keys(Held::key)
            .strings(Expiry.HOLDS, Held::holds)
            .string(Tables.BY_EXPIRY.sort(), Held::position)
            .build(values -> {
                throw new UnsupportedOperationException("written only");
            });

    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbTable<Held> reads;

    /** @param position in the index of dates, always null: a held row leaves it */
    private record Held(
            Key key, Set<String> holds, @Nullable String position) {}

    public HeldReadRows(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
        this.reads = tables.mapped(client, Tables.READS, HELD);
    }

    /** The holds on a row; empty when the row is gone or its deletion has begun. */
    public Optional<Set<String>> holdable(ReadRef ref) {
        var row = row(ref);
        return row.isEmpty() || row.containsKey(Expiry.MARK) ? Optional.empty() : Optional.of(holds(row));
    }

    /**
     * Puts a hold on a row whose deletion has not begun.
     *
     * @param before the holds on it
     */
    public Write hold(ReadRef ref, Set<String> before, String holdId) {
        var all = new LinkedHashSet<>(before);
        all.add(holdId);
        var same = before.isEmpty() ? "attribute_not_exists(#holds)" : "#holds = :before";
        var condition = Expression.builder()
                .expression("attribute_exists(#partition) AND attribute_not_exists(#mark) AND " + same)
                .putExpressionName("#partition", Tables.READS.partition())
                .putExpressionName("#mark", Expiry.MARK)
                .putExpressionName("#holds", Expiry.HOLDS);
        if (!before.isEmpty()) {
            condition.putExpressionValue(
                    ":before", AttributeValue.fromSs(before.stream().toList()));
        }
        var held = new Held(ReadRowKeys.read(ref), all, null);
        return Writes.update(reads, held, IgnoreNullsMode.DEFAULT, condition.build());
    }

    /** Raw: a set from which one of several is taken, and the way back into the index for the last one. */
    @Override
    public void release(String holdId, ReadRef ref) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var row = row(ref);
            var holds = holds(row);
            if (!holds.contains(holdId) || (holds.size() == 1 ? releaseLast(ref, row) : releaseOne(ref, holdId))) {
                return;
            }
        }
        throw new IllegalStateException("the holds on a read change all the time");
    }

    private boolean releaseLast(ReadRef ref, Map<String, AttributeValue> row) {
        var expiresAt = instant(row, Expiry.EXPIRES_AT).orElseThrow();
        var at = Expiry.earlier(
                expiresAt, instant(row, Expiry.PICTURES_EXPIRE_AT).orElse(null));
        return update(
                ref,
                "SET #position = :position REMOVE #holds",
                "#holds = :holds AND #expires = :expires",
                Map.of("#position", Tables.BY_EXPIRY.sort(), "#holds", Expiry.HOLDS, "#expires", Expiry.EXPIRES_AT),
                Map.of(
                        ":position", AttributeValue.fromS(Expiry.position(at, ref.readId())),
                        ":holds", AttributeValue.fromSs(holds(row).stream().toList()),
                        ":expires", AttributeValue.fromS(expiresAt.toString())));
    }

    private boolean releaseOne(ReadRef ref, String holdId) {
        return update(
                ref,
                "DELETE #holds :one",
                "size(#holds) > :last",
                Map.of("#holds", Expiry.HOLDS),
                Map.of(":one", AttributeValue.fromSs(List.of(holdId)), ":last", AttributeValue.fromN("1")));
    }

    private boolean update(
            ReadRef ref,
            String change,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        try {
            client.updateItem(update -> update.tableName(tables.name(Tables.READS))
                    .key(Tables.READS.attributes(ReadRowKeys.read(ref)))
                    .updateExpression(change)
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Map<String, AttributeValue> row(ReadRef ref) {
        return client.getItem(get -> get.tableName(tables.name(Tables.READS))
                        .key(Tables.READS.attributes(ReadRowKeys.read(ref)))
                        .projectionExpression("#partition, #holds, #mark, #expires, #pictures")
                        .expressionAttributeNames(Map.of(
                                "#partition", Tables.READS.partition(),
                                "#holds", Expiry.HOLDS,
                                "#mark", Expiry.MARK,
                                "#expires", Expiry.EXPIRES_AT,
                                "#pictures", Expiry.PICTURES_EXPIRE_AT))
                        .consistentRead(true))
                .item();
    }

    private static Set<String> holds(Map<String, AttributeValue> row) {
        return Optional.ofNullable(row.get(Expiry.HOLDS))
                .map(holds -> Set.copyOf(holds.ss()))
                .orElse(Set.of());
    }

    private static Optional<Instant> instant(Map<String, AttributeValue> row, String name) {
        return Optional.ofNullable(row.get(name)).map(value -> Instant.parse(value.s()));
    }
}
