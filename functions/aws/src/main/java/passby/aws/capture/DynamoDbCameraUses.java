package passby.aws.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.capture.CameraUses;
import passby.core.policy.Limits.Window;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * One row a camera in the table of limits, so that a call costs one write unit. Within the whiles of the row a use is added; the
 * first use of a new while replaces the row as it was seen. A clock that lies behind counts in the while of the row: no while that
 * is over begins again.
 */
public final class DynamoDbCameraUses implements CameraUses {
    private static final int VERSION = 1;

    /** Behind the end of the day, so that the row changes its place in the index once a day. */
    private static final Duration KEPT = Duration.ofDays(2);

    /** Whoever loses against another call of the same camera looks again. */
    private static final int MAX_ATTEMPTS = 10;

    private static final String MINUTE = "minute";
    private static final String DAY = "day";
    private static final String LIFE = "life";
    private static final String FRAMES = "frames";
    private static final String KILOBYTES = "kilobytes";
    private static final String ON_THEIR_WAY = "onTheirWay";
    private static final String SKEW = "skewMillis";
    private static final String LAST_FRAME = "lastFrameAt";
    private static final int KEYS_A_CALL = 100;

    private static final TableSchema<Row> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.LIMITS, "camera's uses", VERSION, Row.class)
                            .keys(row -> key(row.cameraId()))
                            .string("cameraId", Row::cameraId)
                            .string(MINUTE, row -> row.whiles().minute())
                            .string(DAY, row -> row.whiles().day())
                            .string(LIFE, row -> row.whiles().life())
                            .longValue(FRAMES, row -> row.amounts().frames())
                            .longValue(KILOBYTES, row -> row.amounts().kilobytes())
                            .longValue(ON_THEIR_WAY, row -> row.amounts().onTheirWay())
                            .longValue(
                                    SKEW,
                                    row -> row.skew() == null
                                            ? null
                                            : row.skew().toMillis())
                            .instant(LAST_FRAME, Row::lastFrameAt),
                    Row::expiresAt,
                    row -> key(row.cameraId()).partitionKeyValue().s())
            .build(values -> new Row(
                    values.string("cameraId"),
                    new Whiles(values.string(MINUTE), values.string(DAY), values.string(LIFE)),
                    new Amounts(values.longValue(FRAMES), values.longValue(KILOBYTES), values.longValue(ON_THEIR_WAY)),
                    values.has(SKEW) ? Duration.ofMillis(values.longValue(SKEW)) : null,
                    values.find(LAST_FRAME, Instant.class),
                    values.instant(Expiry.EXPIRES_AT)));

    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbTable<Row> rows;

    /**
     * @param skew null in rows that were stored before it was measured
     * @param lastFrameAt null before the first frame
     */
    private record Row(
            String cameraId,
            Whiles whiles,
            Amounts amounts,
            @Nullable Duration skew,
            @Nullable Instant lastFrameAt,
            Instant expiresAt) {
        /** The same row in these whiles: what was counted in others is over. */
        Row turned(Whiles now, Instant at) {
            var kept = new Amounts(
                    whiles.minute.equals(now.minute) ? amounts.frames() : 0,
                    whiles.day.equals(now.day) ? amounts.kilobytes() : 0,
                    whiles.life.equals(now.life) ? amounts.onTheirWay() : 0);
            return new Row(cameraId, now, kept, skew, lastFrameAt, whiles.day.equals(now.day) ? expiresAt : end(at));
        }

        Row plus(Amounts more, Duration measured) {
            return new Row(cameraId, whiles, amounts.plus(more), measured, lastFrameAt, expiresAt);
        }
    }

    /** By their beginnings, as texts that sort by time. */
    private record Whiles(String minute, String day, String life) {
        static Whiles of(Window life, Instant at) {
            var length = life == Window.MINUTE ? "" : "+10";
            return new Whiles(KeyTimes.minute(at), KeyTimes.day(at), KeyTimes.minute(life.begin(at)) + length);
        }

        Whiles notBefore(Whiles other) {
            // With another retention a URL lives for another while, and frames on their way are counted anew.
            var sameLength = life.length() == other.life.length();
            return new Whiles(
                    later(minute, other.minute), later(day, other.day), sameLength ? later(life, other.life) : life);
        }

        private static String later(String one, String other) {
            return one.compareTo(other) < 0 ? other : one;
        }
    }

    public DynamoDbCameraUses(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
        this.rows = tables.mapped(client, Tables.LIMITS, ROW);
    }

    private static Key key(String cameraId) {
        return Tables.LIMITS.key("camera#" + cameraId);
    }

    private static Instant end(Instant at) {
        return Window.DAY.next(at).plus(KEPT);
    }

    @Override
    public Amounts add(String cameraId, Amounts more, Duration skew, Window life, Instant at) {
        var now = Whiles.of(life, at);
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            // A row that is seen late is found out by the condition.
            var seen = find(cameraId, attempt > 0);
            var whiles = seen == null ? now : now.notBefore(seen.whiles());
            var counted = seen != null && seen.whiles().equals(whiles)
                    ? addWithin(cameraId, more, skew, whiles)
                    : replace(
                            seen,
                            (seen == null ? fresh(cameraId, whiles, at) : seen.turned(whiles, at)).plus(more, skew));
            if (counted.isPresent()) {
                return counted.get();
            }
        }
        throw new IllegalStateException("the uses of a camera could not be counted: DynamoDB is busy");
    }

    private @Nullable Row find(String cameraId, boolean strongly) {
        return rows.getItem(get -> get.key(key(cameraId)).consistentRead(strongly));
    }

    private static Row fresh(String cameraId, Whiles whiles, Instant at) {
        return new Row(cameraId, whiles, new Amounts(0, 0, 0), null, null, end(at));
    }

    private Optional<Amounts> replace(@Nullable Row seen, Row row) {
        try {
            rows.putItem(PutItemEnhancedRequest.builder(Row.class)
                    .item(row)
                    .conditionExpression(seen == null ? isNew() : isAs(seen))
                    .build());
            return Optional.of(row.amounts());
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    private static Expression isNew() {
        return Expression.builder()
                .expression("attribute_not_exists(#key)")
                .putExpressionName("#key", Tables.LIMITS.partition())
                .build();
    }

    private static Expression isAs(Row seen) {
        return Expression.builder()
                .expression(SAME_WHILES
                        + " AND #frames = :frames AND #kilobytes = :kilobytes AND #onTheirWay = :onTheirWay")
                .expressionNames(Map.of(
                        "#minute", MINUTE,
                        "#day", DAY,
                        "#life", LIFE,
                        "#frames", FRAMES,
                        "#kilobytes", KILOBYTES,
                        "#onTheirWay", ON_THEIR_WAY))
                .expressionValues(Map.of(
                        ":minute", AttributeValue.fromS(seen.whiles().minute()),
                        ":day", AttributeValue.fromS(seen.whiles().day()),
                        ":life", AttributeValue.fromS(seen.whiles().life()),
                        ":frames", number(seen.amounts().frames()),
                        ":kilobytes", number(seen.amounts().kilobytes()),
                        ":onTheirWay", number(seen.amounts().onTheirWay())))
                .build();
    }

    private static final String SAME_WHILES = "#minute = :minute AND #day = :day AND #life = :life";

    /** Raw: ADD, which the enhanced client has only for steps that are fixed in the schema. */
    private Optional<Amounts> addWithin(String cameraId, Amounts more, Duration skew, Whiles whiles) {
        try {
            var answer = client.updateItem(update -> update.tableName(tables.name(Tables.LIMITS))
                    .key(Tables.LIMITS.attributes(key(cameraId)))
                    .updateExpression(
                            "SET #skew = :skew ADD #frames :frames, #kilobytes :kilobytes, #onTheirWay :onTheirWay")
                    .conditionExpression(SAME_WHILES)
                    .expressionAttributeNames(Map.of(
                            "#minute", MINUTE,
                            "#day", DAY,
                            "#life", LIFE,
                            "#frames", FRAMES,
                            "#kilobytes", KILOBYTES,
                            "#onTheirWay", ON_THEIR_WAY,
                            "#skew", SKEW))
                    .expressionAttributeValues(Map.of(
                            ":minute", AttributeValue.fromS(whiles.minute()),
                            ":day", AttributeValue.fromS(whiles.day()),
                            ":life", AttributeValue.fromS(whiles.life()),
                            ":frames", number(more.frames()),
                            ":kilobytes", number(more.kilobytes()),
                            ":onTheirWay", number(more.onTheirWay()),
                            ":skew", number(skew.toMillis())))
                    .returnValues(ReturnValue.ALL_NEW));
            return Optional.of(ROW.mapToItem(answer.attributes()).amounts());
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    /** Not strongly: a measure of seconds ago is as good. */
    @Override
    public Map<String, Trace> traces(Collection<String> cameraIds) {
        var found = new HashMap<String, Trace>();
        var left = cameraIds.stream()
                .distinct()
                .map(cameraId -> Tables.LIMITS.attributes(key(cameraId)))
                .toList();
        while (!left.isEmpty()) {
            var now = left.subList(0, Math.min(KEYS_A_CALL, left.size()));
            var table = tables.name(Tables.LIMITS);
            var answer = client.batchGetItem(batch -> batch.requestItems(
                    Map.of(table, KeysAndAttributes.builder().keys(now).build())));
            for (var item : answer.responses().getOrDefault(table, List.of())) {
                var row = ROW.mapToItem(item);
                found.put(row.cameraId(), new Trace(row.skew(), row.lastFrameAt()));
            }
            var unread = answer.unprocessedKeys().get(table);
            left = Stream.concat(left.stream().skip(now.size()), unread == null ? Stream.of() : unread.keys().stream())
                    .toList();
        }
        return Map.copyOf(found);
    }

    @Override
    public void giveBack(String cameraId, long kilobytes, long onTheirWay, Window life, Instant at) {
        var whiles = Whiles.of(life, at);
        try {
            client.updateItem(update -> update.tableName(tables.name(Tables.LIMITS))
                    .key(Tables.LIMITS.attributes(key(cameraId)))
                    .updateExpression("ADD #kilobytes :kilobytes, #onTheirWay :onTheirWay")
                    .conditionExpression("#day = :day AND #life = :life")
                    .expressionAttributeNames(
                            Map.of("#day", DAY, "#life", LIFE, "#kilobytes", KILOBYTES, "#onTheirWay", ON_THEIR_WAY))
                    .expressionAttributeValues(Map.of(
                            ":day", AttributeValue.fromS(whiles.day()),
                            ":life", AttributeValue.fromS(whiles.life()),
                            ":kilobytes", number(-kilobytes),
                            ":onTheirWay", number(-onTheirWay))));
        } catch (ConditionalCheckFailedException e) {
            // The while is over, and what was counted in it with it.
        }
    }

    /** One write where the frame's while lasts, as nearly always; else a second one. */
    @Override
    public void arrived(String cameraId, Window life, Instant issued, Instant at) {
        var whiles = Whiles.of(life, issued);
        try {
            client.updateItem(update -> update.tableName(tables.name(Tables.LIMITS))
                    .key(Tables.LIMITS.attributes(key(cameraId)))
                    .updateExpression("SET #last = :at ADD #onTheirWay :onTheirWay")
                    .conditionExpression("#day = :day AND #life = :life")
                    .expressionAttributeNames(
                            Map.of("#day", DAY, "#life", LIFE, "#last", LAST_FRAME, "#onTheirWay", ON_THEIR_WAY))
                    .expressionAttributeValues(Map.of(
                            ":day", AttributeValue.fromS(whiles.day()),
                            ":life", AttributeValue.fromS(whiles.life()),
                            ":at", text(at),
                            ":onTheirWay", number(-1))));
        } catch (ConditionalCheckFailedException e) {
            noteArrival(cameraId, at);
        }
    }

    private void noteArrival(String cameraId, Instant at) {
        try {
            client.updateItem(update -> update.tableName(tables.name(Tables.LIMITS))
                    .key(Tables.LIMITS.attributes(key(cameraId)))
                    .updateExpression("SET #last = :at")
                    .conditionExpression("attribute_exists(#key)")
                    .expressionAttributeNames(Map.of("#last", LAST_FRAME, "#key", Tables.LIMITS.partition()))
                    .expressionAttributeValues(Map.of(":at", text(at))));
        } catch (ConditionalCheckFailedException e) {
            // The camera has not asked for two days: its row is purged.
        }
    }

    private static AttributeValue text(Instant at) {
        return AttributeValue.fromS(KeyTimes.millis(at));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
