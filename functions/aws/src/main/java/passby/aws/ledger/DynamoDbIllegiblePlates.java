package passby.aws.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.aws.dynamodb.Tables;
import passby.core.capture.IllegiblePlates;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Plates that could not be read, beside the counters: a row for each camera and day, an attribute for each reason, such as
 * {@code r#blurred}. Format version 1; forgotten after as many days as counters.
 */
public final class DynamoDbIllegiblePlates implements IllegiblePlates {
    private static final int VERSION = 1;
    private static final String REASON = "r#";

    private final CounterRows rows;

    public DynamoDbIllegiblePlates(DynamoDbClient client, Tables tables) {
        this.rows = new CounterRows(client, tables);
    }

    @Override
    public void add(String cameraId, Map<String, Long> reasons, Instant at) {
        var amounts = new TreeMap<String, Long>();
        reasons.forEach((reason, amount) -> amounts.put(REASON + reason, amount));
        rows.add(CounterRowKeys.illegible(at, cameraId), VERSION, amounts, at);
    }

    @Override
    public Map<String, Map<String, Long>> ofDay(Instant day, List<String> cameraIds) {
        var keys = cameraIds.stream()
                .map(cameraId -> Tables.COUNTERS.attributes(CounterRowKeys.illegible(day, cameraId)))
                .toList();
        var found = new TreeMap<String, Map<String, Long>>();
        for (var item : rows.find(keys)) {
            var cameraId = CounterRowKeys.cameraOf(item);
            found.put(cameraId, reasons(item));
        }
        return found;
    }

    private static Map<String, Long> reasons(Map<String, AttributeValue> item) {
        var reasons = new TreeMap<String, Long>();
        item.forEach((name, value) -> {
            if (name.startsWith(REASON)) {
                reasons.put(name.substring(REASON.length()), Long.parseLong(value.n()));
            }
        });
        return reasons;
    }
}
