package passby.aws.sharing;

import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.request.DynamoDbRequests;
import passby.aws.request.RequestKind;
import passby.core.sharing.Grant;
import passby.core.sharing.GrantStep;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Grants, all that were ever filed, format version 1. A row holds no plate, no name of a requester and no reason. */
public final class GrantSchema {
    private static final RequestKind KIND = new RequestKind("grant");

    private static final TableSchema<Grant> ROW = SchemaBuilder.row(Tables.REQUESTS, "grant", 1, Grant.class)
            .keys(grant -> KIND.key(grant.grantId()))
            .with("state", Converters.code(Grant.State.class, Grant.State::code, Grant.State::parse), Grant::stored)
            .instant("lapsesAt", Grant::lapsesAt)
            .with("steps", Converters.list(step()), Grant::steps)
            .integer(DynamoDbRequests.REVISION, Grant::revision)
            .build(values -> new Grant(
                    values.string(Tables.REQUESTS.sortKey().orElseThrow()),
                    values.get("state", Grant.State.class),
                    values.instant("lapsesAt"),
                    values.list("steps", GrantStep.class),
                    values.integer(DynamoDbRequests.REVISION)));

    private GrantSchema() {}

    public static DynamoDbRequests<Grant> requests(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        return new DynamoDbRequests<>(client, tables, changes, KIND, ROW);
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
}
