package passby.aws.hit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.hit.Hit;
import passby.core.hit.HitId;
import passby.core.hit.HitStep;
import passby.core.hit.Hits;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Hits with their steps: one partition each. The list of open ones may lag a moment; what it shows of a hit does not. */
public final class DynamoDbHits implements Hits {
    private static final int MAX_OPEN = 100;

    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbChanges changes;

    public DynamoDbHits(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.tables = tables;
        this.changes = changes;
    }

    @Override
    public Optional<Hit> find(HitId hitId) {
        var query = QueryRequest.builder()
                .tableName(tables.name(Tables.HITS))
                .keyConditionExpression("#hitId = :hitId")
                .expressionAttributeNames(Map.of("#hitId", Tables.HITS.partition()))
                .expressionAttributeValues(Map.of(":hitId", AttributeValue.fromS(hitId.value())))
                .consistentRead(true)
                .build();
        var rows = new Pages(client).query(query);
        return rows.isEmpty() ? Optional.empty() : Optional.of(DynamoDbHitFormat.read(rows));
    }

    @Override
    public List<Hit> open() {
        var query = QueryRequest.builder()
                .tableName(tables.name(Tables.HITS))
                .indexName(Tables.BY_OPEN.name())
                .keyConditionExpression("#open = :open")
                .expressionAttributeNames(Map.of("#open", Tables.BY_OPEN.partition()))
                .expressionAttributeValues(Map.of(":open", AttributeValue.fromS(HitRowKeys.OPEN)))
                .scanIndexForward(false)
                .build();
        return new Pages(client)
                .query(query, MAX_OPEN).stream()
                        .map(row -> StoredItem.part("open hit", row).code("hitId", HitId::new))
                        .flatMap(hitId -> find(hitId).stream())
                        .filter(hit -> hit.state().isOpen())
                        .toList();
    }

    @Override
    public Commit step(Hit seen, HitStep step, Entry entry) {
        var number = seen.steps().size() + 1;
        var row = Writes.putNew(tables, Tables.HITS, DynamoDbStepFormat.write(seen, number, step));
        return changes.commit(List.of(row, stepped(seen, step, number)), entry);
    }

    /** The hit's own row counts the steps: a second step on the same sight of the hit finds the count moved on. */
    private TransactWriteItem stepped(Hit seen, HitStep step, int number) {
        var close = " REMOVE " + Tables.BY_OPEN.partition() + ", " + Tables.BY_OPEN.sort();
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(tables.name(Tables.HITS))
                        .key(HitRowKeys.hit(seen.hitId()))
                        .updateExpression("SET #state = :state, #stepCount = :stepCount"
                                + (step.state().isOpen() ? "" : close))
                        .conditionExpression("#stepCount = :seen")
                        .expressionAttributeNames(
                                Map.of("#state", DynamoDbHitFormat.STATE, "#stepCount", DynamoDbHitFormat.STEP_COUNT))
                        .expressionAttributeValues(Map.of(
                                ":state", AttributeValue.fromS(step.state().code()),
                                ":stepCount", number(number),
                                ":seen", number(number - 1)))
                        .build())
                .build();
    }

    private static AttributeValue number(int value) {
        return AttributeValue.fromN(Integer.toString(value));
    }
}
