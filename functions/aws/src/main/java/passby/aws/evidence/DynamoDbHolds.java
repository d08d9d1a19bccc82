package passby.aws.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.read.HeldReadRows;
import passby.core.evidence.Hold;
import passby.core.evidence.HoldUpkeep;
import passby.core.evidence.Holds;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Holds, one row each. Those that ended are deleted when their copies are, so that the whole table is read for those that are
 * open: a city has some dozens.
 */
public final class DynamoDbHolds implements Holds, HoldUpkeep {
    private static final int ATTEMPTS = 3;

    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbTable<Hold> holds;
    private final HeldReadRows rows;
    private final DynamoDbChanges changes;

    public DynamoDbHolds(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.tables = tables;
        this.holds = tables.mapped(client, Tables.HOLDS, HoldSchema.ROW);
        this.rows = new HeldReadRows(client, tables);
        this.changes = changes;
    }

    /** Another hold on the same row at the same moment is no reason to refuse: then it is tried again. */
    @Override
    public Placed place(Hold hold, Entry entry) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var late = new HashSet<String>();
            var writes = new ArrayList<Write>(List.of(Writes.putNew(holds, hold)));
            for (var held : hold.reads()) {
                rows.holdable(held.ref())
                        .ifPresentOrElse(
                                before -> writes.add(rows.hold(held.ref(), before, hold.holdId())),
                                () -> late.add(held.ref().readId()));
            }
            if (!late.isEmpty()) {
                return new Placed.TooLate(late);
            }
            if (changes.commit(writes, entry) instanceof Commit.Done(var accepted)) {
                return new Placed.Done(accepted);
            }
        }
        throw new IllegalStateException("the rows of a hold change all the time");
    }

    @Override
    public Commit save(Hold next, Entry entry) {
        var before = AttributeValue.fromN(Integer.toString(next.revision() - 1));
        return changes.commit(List.of(Writes.replace(holds, next, HoldSchema.REVISION, before)), entry);
    }

    @Override
    public Optional<Hold> find(String holdId) {
        return Optional.ofNullable(
                holds.getItem(get -> get.key(Tables.HOLDS.key(holdId)).consistentRead(true)));
    }

    @Override
    public List<Hold> open() {
        return all().filter(Hold::isOpen)
                .sorted(Comparator.comparing(Hold::until))
                .toList();
    }

    @Override
    public List<Hold> uncleared() {
        return all().filter(hold -> !hold.isOpen()).toList();
    }

    private Stream<Hold> all() {
        return holds.scan(scan -> scan.consistentRead(true)).items().stream();
    }

    /** Raw: a condition on a word that every item of the table has. */
    @Override
    public void cleared(String holdId) {
        try {
            client.deleteItem(delete -> delete.tableName(tables.name(Tables.HOLDS))
                    .key(Tables.HOLDS.attributes(Tables.HOLDS.key(holdId)))
                    .conditionExpression("#state IN (:released, :expired)")
                    .expressionAttributeNames(Map.of("#state", HoldSchema.STATE))
                    .expressionAttributeValues(Map.of(
                            ":released", AttributeValue.fromS(Hold.State.RELEASED.code()),
                            ":expired", AttributeValue.fromS(Hold.State.EXPIRED.code()))));
        } catch (ConditionalCheckFailedException e) {
            // It is gone already, or open.
        }
    }

    /** Raw: one attribute of a row whose others may change at the same moment. */
    @Override
    public void locked(String holdId, Instant until) {
        try {
            client.updateItem(update -> update.tableName(tables.name(Tables.HOLDS))
                    .key(Tables.HOLDS.attributes(Tables.HOLDS.key(holdId)))
                    .updateExpression("SET #locked = :until")
                    .conditionExpression("attribute_exists(#hold)")
                    .expressionAttributeNames(
                            Map.of("#locked", HoldSchema.LOCKED_UNTIL, "#hold", Tables.HOLDS.partition()))
                    .expressionAttributeValues(Map.of(":until", AttributeValue.fromS(until.toString()))));
        } catch (ConditionalCheckFailedException e) {
            // The hold is gone, and its copies with it.
        }
    }
}
