package passby.aws.people;

import java.time.Instant;
import java.util.List;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.people.Attempts;
import passby.core.people.SignInAttempts;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Attempts to sign in, one row beside the person whose account it is; purged when nothing of it counts any more. */
public final class DynamoDbSignInAttempts implements SignInAttempts {
    private static final String REVISION = "revision";
    private static final String LOCKED_UNTIL = "lockedUntil";
    private static final TableSchema<Row> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.PEOPLE, "attempts", 1, Row.class),
                    Row::expiresAt,
                    row -> row.personId() + "#ATTEMPTS")
            .keys(row -> PeopleRowKeys.attempts(row.personId()))
            .with(
                    "unfinished",
                    Converters.list(Converters.instant()),
                    row -> row.attempts().unfinished())
            .with(LOCKED_UNTIL, Converters.instant(), row -> row.attempts().lockedUntil())
            .integer(REVISION, row -> row.attempts().revision())
            .build(values -> new Row(
                    values.string("personId"),
                    new Attempts(
                            values.list("unfinished", Instant.class),
                            values.find(LOCKED_UNTIL, Instant.class),
                            values.integer(REVISION)),
                    values.instant(Expiry.EXPIRES_AT)));

    private final DynamoDbTable<Row> rows;
    private final DynamoDbChanges changes;

    private record Row(String personId, Attempts attempts, Instant expiresAt) {
        static Row of(String personId, Attempts attempts, Instant now) {
            return new Row(personId, attempts, attempts.expiresAt(now));
        }
    }

    public DynamoDbSignInAttempts(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.rows = tables.mapped(client, Tables.PEOPLE, ROW);
        this.changes = changes;
    }

    @Override
    public Attempts of(String personId) {
        var row = rows.getItem(get -> get.key(PeopleRowKeys.attempts(personId)).consistentRead(true));
        return row == null ? Attempts.NONE : row.attempts();
    }

    @Override
    public boolean replace(String personId, Attempts before, Attempts after, Instant now) {
        try {
            rows.putItem(PutItemEnhancedRequest.builder(Row.class)
                    .item(Row.of(personId, after, now))
                    .conditionExpression(isStill(before))
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public Commit lock(String personId, Attempts before, Attempts after, Instant now, Entry entry) {
        Write locked = Writes.replaceIf(rows, Row.of(personId, after, now), isStill(before));
        return changes.commit(List.of(locked), entry);
    }

    private Expression isStill(Attempts before) {
        return before.revision() == 0
                ? Writes.isNew(rows)
                : Writes.has(REVISION, AttributeValue.fromN(Integer.toString(before.revision())));
    }
}
