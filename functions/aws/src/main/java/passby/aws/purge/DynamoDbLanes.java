package passby.aws.purge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.aws.balance.TallyRows;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.balance.Tally;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.purge.Lane;
import passby.core.purge.Lanes;
import passby.core.retention.Cohort;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Lanes of the purge as rows of Jobs. */
public final class DynamoDbLanes implements Lanes {
    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbTable<Lane> lanes;
    private final TallyRows tallies;
    private final DynamoDbChanges changes;

    public DynamoDbLanes(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.tables = tables;
        this.lanes = tables.mapped(client, Tables.JOBS, LaneSchema.ROW);
        this.tallies = new TallyRows(client, tables);
        this.changes = changes;
    }

    /** Raw: ADD, so that a claim is one request whether the lane is there or not. */
    @Override
    public Optional<Lane> claim(int number, String worker, Instant now, Instant until) {
        try {
            var answer = client.updateItem(update -> update.tableName(tables.name(Tables.JOBS))
                    .key(Tables.JOBS.attributes(LaneSchema.key(number)))
                    .updateExpression("SET #v = :one, #worker = :worker, #until = :until ADD #revision :one")
                    .conditionExpression("attribute_not_exists(#until) OR #until <= :now OR #until > :until")
                    .expressionAttributeNames(
                            Map.of("#v", "v", "#worker", "worker", "#until", "claimedUntil", "#revision", "revision"))
                    .expressionAttributeValues(Map.of(
                            ":worker", AttributeValue.fromS(worker),
                            ":now", AttributeValue.fromS(KeyTimes.millis(now)),
                            ":until", AttributeValue.fromS(KeyTimes.millis(until)),
                            ":one", AttributeValue.fromN("1")))
                    .returnValues(ReturnValue.ALL_NEW));
            return Optional.of(LaneSchema.ROW.mapToItem(answer.attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean save(Lane lane) {
        try {
            lanes.putItem(PutItemEnhancedRequest.builder(Lane.class)
                    .item(lane)
                    .conditionExpression(Writes.has("revision", before(lane)))
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** A claim moves the revision on: whoever lost the lane has not seen the revision that is stored. */
    private static AttributeValue before(Lane lane) {
        return AttributeValue.fromN(Long.toString(lane.revision() - 1));
    }

    @Override
    public Commit close(Lane lane, Map<Cohort, Long> purged, Entry receipt) {
        return tallies.commit(
                purged,
                count -> new Tally(0, 0, 0, count),
                added -> {
                    var change = new ArrayList<Write>();
                    change.add(Writes.replace(lanes, lane, "revision", before(lane)));
                    change.addAll(added);
                    return changes.commit(change, List.of(receipt));
                },
                receipt);
    }
}
