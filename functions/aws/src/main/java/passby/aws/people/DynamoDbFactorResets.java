package passby.aws.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Values;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.access.FactorReset;
import passby.core.access.FactorReset.Decision;
import passby.core.access.FactorResets;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.people.Role;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Resets of factors, one row each beside the other requests, format version 1: those of a day lie in one partition. */
public final class DynamoDbFactorResets implements FactorResets {
    private static final String REVISION = "revision";

    private static final TableSchema<FactorReset> ROW = SchemaBuilder.row(
                    Tables.REQUESTS, "factor reset", 1, FactorReset.class)
            .keys(reset -> key(reset.requestId()))
            .string("subject", FactorReset::personId)
            .string("requester", FactorReset::askedBy)
            .string("reason", FactorReset::reason)
            .instant("requestedAt", FactorReset::requestedAt)
            .string("entryId", FactorReset::entryId)
            .with(
                    "state",
                    Converters.code(FactorReset.State.class, FactorReset.State::code, FactorReset.State::parse),
                    FactorReset::stored)
            .string("personId", reset -> part(reset.decision(), Decision::personId))
            .with(
                    "role",
                    Converters.code(Role.class, Role::code, Role::of),
                    reset -> part(reset.decision(), Decision::role))
            .instant("factorShownAt", reset -> part(reset.decision(), Decision::factorShownAt))
            .string("decisionEntryId", reset -> part(reset.decision(), Decision::entryId))
            .integer(REVISION, FactorReset::revision)
            .build(values -> new FactorReset(
                    values.string(Tables.REQUESTS.sortKey().orElseThrow()),
                    values.string("subject"),
                    values.string("requester"),
                    values.string("reason"),
                    values.instant("requestedAt"),
                    values.string("entryId"),
                    values.get("state", FactorReset.State.class),
                    decision(values),
                    values.integer(REVISION)));

    private final DynamoDbTable<FactorReset> resets;
    private final DynamoDbChanges changes;

    public DynamoDbFactorResets(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.resets = tables.mapped(client, Tables.REQUESTS, ROW);
        this.changes = changes;
    }

    private static <T> @Nullable T part(@Nullable Decision decision, SchemaBuilder.Getter<Decision, T> part) {
        return decision == null ? null : part.get(decision);
    }

    private static @Nullable Decision decision(Values values) {
        return values.has("decisionEntryId")
                ? new Decision(
                        values.string("personId"),
                        values.get("role", Role.class),
                        values.instant("factorShownAt"),
                        values.string("decisionEntryId"))
                : null;
    }

    private static String day(Instant instant) {
        return "factors#" + KeyTimes.day(instant);
    }

    private static Key key(String requestId) {
        return Tables.REQUESTS.key(day(Ulids.timeOf(requestId)), requestId);
    }

    @Override
    public Optional<FactorReset> find(String requestId) {
        return Ulids.isUlid(requestId)
                ? Optional.ofNullable(
                        resets.getItem(get -> get.key(key(requestId)).consistentRead(true)))
                : Optional.empty();
    }

    @Override
    public List<FactorReset> askedOn(Instant day) {
        var ofDay = QueryConditional.keyEqualTo(key -> key.partitionValue(day(day)));
        return resets.query(query -> query.queryConditional(ofDay).consistentRead(true)).items().stream()
                .toList();
    }

    @Override
    public Commit add(FactorReset reset, Entry entry) {
        return changes.commit(List.of(Writes.putNew(resets, reset)), entry);
    }

    @Override
    public Commit revise(FactorReset revised, Entry entry) {
        var seen = AttributeValue.fromN(String.valueOf(revised.revision() - 1));
        return changes.commit(List.of(Writes.replace(resets, revised, REVISION, seen)), entry);
    }
}
