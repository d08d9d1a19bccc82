package passby.aws.redate;

import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.redate.Dating;
import passby.core.redate.Datings;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** One row of Jobs. */
public final class DynamoDbDatings implements Datings {
    private final DynamoDbTable<Dating> rows;
    private final DynamoDbChanges changes;

    public DynamoDbDatings(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.rows = tables.mapped(client, Tables.JOBS, DatingSchema.ROW);
        this.changes = changes;
    }

    @Override
    public Optional<Dating> find() {
        return Optional.ofNullable(rows.getItem(get -> get.key(DatingSchema.KEY).consistentRead(true)));
    }

    @Override
    public boolean save(Dating next) {
        try {
            rows.putItem(PutItemEnhancedRequest.builder(Dating.class)
                    .item(next)
                    .conditionExpression(follows(next))
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public Commit save(Dating next, Entry entry) {
        var put = next.revision() == 1
                ? Writes.putNew(rows, next)
                : Writes.replace(rows, next, "revision", number(next.revision() - 1));
        return changes.commit(List.of(put), entry);
    }

    private Expression follows(Dating next) {
        return next.revision() == 1 ? Writes.isNew(rows) : Writes.has("revision", number(next.revision() - 1));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
