package passby.aws.balance;

import java.util.Map;
import java.util.TreeMap;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Tables;
import passby.core.balance.AliveReads;
import passby.core.retention.Cohort;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Counts stored reads by a scan that takes two attributes of each, and never which plate it is. */
public final class DynamoDbAliveReads implements AliveReads {
    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbAliveReads(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public Map<Cohort, Stored> count() {
        var counts = new TreeMap<Cohort, Stored>();
        var scan = ScanRequest.builder()
                .tableName(tables.name(Tables.READS))
                .projectionExpression("#cohort, #holds")
                .expressionAttributeNames(Map.of("#cohort", "cohort", "#holds", Expiry.HOLDS))
                .build();
        client.scanPaginator(scan).items().forEach(row -> count(row, counts));
        return counts;
    }

    private static void count(Map<String, AttributeValue> row, Map<Cohort, Stored> counts) {
        var cohort = row.get("cohort");
        if (cohort != null) {
            var held = row.containsKey(Expiry.HOLDS) ? 1 : 0;
            counts.merge(
                    Cohort.parse(cohort.s()),
                    new Stored(1 - held, held),
                    (one, other) -> new Stored(one.alive() + other.alive(), one.held() + other.held()));
        }
    }
}
