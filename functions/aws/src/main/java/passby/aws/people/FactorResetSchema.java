package passby.aws.people;

import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.request.DecisionColumns;
import passby.aws.request.DynamoDbRequests;
import passby.aws.request.RequestKind;
import passby.core.access.FactorReset;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Resets of factors, format version 1. */
public final class FactorResetSchema {
    private static final RequestKind KIND = new RequestKind("factors");

    private static final TableSchema<FactorReset> ROW = DecisionColumns.add(
                    SchemaBuilder.row(Tables.REQUESTS, "factor reset", 1, FactorReset.class), FactorReset::decision)
            .keys(reset -> KIND.key(reset.requestId()))
            .string("subject", FactorReset::personId)
            .string("requester", FactorReset::askedBy)
            .string("reason", FactorReset::reason)
            .instant("requestedAt", FactorReset::requestedAt)
            .string("entryId", FactorReset::entryId)
            .with(
                    "state",
                    Converters.code(FactorReset.State.class, FactorReset.State::code, FactorReset.State::parse),
                    FactorReset::stored)
            .integer(DynamoDbRequests.REVISION, FactorReset::revision)
            .build(values -> new FactorReset(
                    values.string(Tables.REQUESTS.sortKey().orElseThrow()),
                    values.string("subject"),
                    values.string("requester"),
                    values.string("reason"),
                    values.instant("requestedAt"),
                    values.string("entryId"),
                    values.get("state", FactorReset.State.class),
                    DecisionColumns.of(values),
                    values.integer(DynamoDbRequests.REVISION)));

    private FactorResetSchema() {}

    public static DynamoDbRequests<FactorReset> requests(
            DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        return new DynamoDbRequests<>(client, tables, changes, KIND, ROW);
    }
}
