package passby.aws.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.aws.dynamodb.Tables;
import passby.core.hit.AlertLatencies;
import passby.core.hit.LatencyHistogram;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What alerts took, beside the counters: a row for each camera and day, an attribute for each step ({@code c12} since the
 * capture, {@code u4} since the upload). Format version 1; forgotten after as many days as counters.
 */
public final class DynamoDbAlertLatencies implements AlertLatencies {
    private static final int VERSION = 1;
    private static final String SINCE_CAPTURE = "c";
    private static final String SINCE_UPLOAD = "u";

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbAlertLatencies(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /** Raw: ADD, which the enhanced client has only for steps that are fixed in the schema. */
    @Override
    public void add(String cameraId, Duration captureToAlert, Duration uploadToAlert, Instant sentAt) {
        client.updateItem(update -> update.tableName(tables.name(Tables.COUNTERS))
                .key(row(sentAt, cameraId))
                .updateExpression("ADD #c :one, #u :one SET #v = :v, #ttl = :ttl")
                .expressionAttributeNames(Map.of(
                        "#c",
                        SINCE_CAPTURE + LatencyHistogram.step(captureToAlert),
                        "#u",
                        SINCE_UPLOAD + LatencyHistogram.step(uploadToAlert),
                        "#v",
                        "v",
                        "#ttl",
                        Tables.TIME_TO_LIVE))
                .expressionAttributeValues(Map.of(
                        ":one", number(1),
                        ":v", number(VERSION),
                        ":ttl", number(sentAt.plus(DynamoDbCounters.KEPT).getEpochSecond()))));
    }

    /** One by one: once a day, at most a thousand cameras. */
    @Override
    public Map<String, OfDay> ofDay(Instant day, List<String> cameraIds) {
        var found = new TreeMap<String, OfDay>();
        for (var cameraId : cameraIds) {
            var answer = client.getItem(get -> get.tableName(tables.name(Tables.COUNTERS))
                    .key(row(day, cameraId))
                    .consistentRead(true));
            if (answer.hasItem()) {
                found.put(
                        cameraId,
                        new OfDay(histogram(answer.item(), SINCE_CAPTURE), histogram(answer.item(), SINCE_UPLOAD)));
            }
        }
        return found;
    }

    private static Map<String, AttributeValue> row(Instant day, String cameraId) {
        return Tables.COUNTERS.attributes(CounterRowKeys.latency(day, cameraId));
    }

    private static LatencyHistogram histogram(Map<String, AttributeValue> item, String since) {
        var counts = new TreeMap<Integer, Long>();
        item.forEach((name, value) -> {
            if (name.matches(since + "[0-9]{1,2}")) {
                counts.put(Integer.parseInt(name.substring(1)), Long.parseLong(value.n()));
            }
        });
        return new LatencyHistogram(counts);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
