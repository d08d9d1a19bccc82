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

    private final CounterRows rows;

    public DynamoDbAlertLatencies(DynamoDbClient client, Tables tables) {
        this.rows = new CounterRows(client, tables);
    }

    @Override
    public void add(String cameraId, Duration captureToAlert, Duration uploadToAlert, Instant sentAt) {
        rows.add(
                CounterRowKeys.latency(sentAt, cameraId),
                VERSION,
                Map.of(
                        SINCE_CAPTURE + LatencyHistogram.step(captureToAlert), 1L,
                        SINCE_UPLOAD + LatencyHistogram.step(uploadToAlert), 1L),
                sentAt);
    }

    @Override
    public Map<String, OfDay> ofDay(Instant day, List<String> cameraIds) {
        var keys = cameraIds.stream()
                .map(cameraId -> Tables.COUNTERS.attributes(CounterRowKeys.latency(day, cameraId)))
                .toList();
        var found = new TreeMap<String, OfDay>();
        for (var item : rows.find(keys)) {
            found.put(
                    CounterRowKeys.cameraOf(item),
                    new OfDay(histogram(item, SINCE_CAPTURE), histogram(item, SINCE_UPLOAD)));
        }
        return found;
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
}
