package passby.aws.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.sharing.Grant;
import passby.core.sharing.GrantStep;
import passby.core.sharing.Grants;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Grants, one row each beside the other requests, format version 1: those of a day lie in one partition, in the order of their ids. A
 * row holds no plate, no name of a requester and no reason.
 */
public final class DynamoDbGrants implements Grants {
    private static final String REVISION = "revision";

    private static final TableSchema<Grant> ROW = SchemaBuilder.row(Tables.REQUESTS, "grant", 1, Grant.class)
            .keys(grant -> key(grant.grantId()))
            .with("state", Converters.code(Grant.State.class, Grant.State::code, Grant.State::parse), Grant::stored)
            .instant("lapsesAt", Grant::lapsesAt)
            .with("steps", Converters.list(step()), Grant::steps)
            .integer(REVISION, Grant::revision)
            .build(values -> new Grant(
                    values.string(Tables.REQUESTS.sortKey().orElseThrow()),
                    values.get("state", Grant.State.class),
                    values.instant("lapsesAt"),
                    values.list("steps", GrantStep.class),
                    values.integer(REVISION)));

    private final DynamoDbTable<Grant> grants;
    private final DynamoDbChanges changes;

    public DynamoDbGrants(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.grants = tables.mapped(client, Tables.REQUESTS, ROW);
        this.changes = changes;
    }

    private static AttributeConverter<GrantStep> step() {
        return Converters.part(SchemaBuilder.part("grant.steps", GrantStep.class)
                .string("what", GrantStep::what)
                .string("by", GrantStep::by)
                .instant("at", GrantStep::at)
                .string("entryId", GrantStep::entryId)
                .string("canonical", GrantStep::canonical)
                .build(values -> new GrantStep(
                        values.string("what"),
                        values.string("by"),
                        values.instant("at"),
                        values.string("entryId"),
                        values.string("canonical"))));
    }

    private static String day(Instant instant) {
        return "grant#" + KeyTimes.day(instant);
    }

    private static Key key(String grantId) {
        return Tables.REQUESTS.key(day(Ulids.timeOf(grantId)), grantId);
    }

    @Override
    public Optional<Grant> find(String grantId) {
        return Ulids.isUlid(grantId)
                ? Optional.ofNullable(
                        grants.getItem(get -> get.key(key(grantId)).consistentRead(true)))
                : Optional.empty();
    }

    @Override
    public List<Grant> filedOn(Instant day) {
        var ofDay = QueryConditional.keyEqualTo(key -> key.partitionValue(day(day)));
        return grants.query(query -> query.queryConditional(ofDay).consistentRead(true)).items().stream()
                .toList();
    }

    @Override
    public Commit add(Grant grant, Entry entry) {
        return changes.commit(List.of(Writes.putNew(grants, grant)), entry);
    }

    @Override
    public Commit revise(Grant revised, Entry entry) {
        var seen = AttributeValue.fromN(String.valueOf(revised.revision() - 1));
        return changes.commit(List.of(Writes.replace(grants, revised, REVISION, seen)), entry);
    }
}
