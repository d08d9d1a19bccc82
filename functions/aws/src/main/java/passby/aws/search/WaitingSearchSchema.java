package passby.aws.search;

import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.request.DecisionColumns;
import passby.aws.request.DynamoDbRequests;
import passby.aws.request.RequestKind;
import passby.core.search.WaitingSearch;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Searches that wait for a second person, format version 1. A row holds no plate and no reason. */
public final class WaitingSearchSchema {
    private static final RequestKind KIND = new RequestKind("search");

    private static final TableSchema<WaitingSearch> ROW = DecisionColumns.add(
                    SchemaBuilder.row(Tables.REQUESTS, "search request", 1, WaitingSearch.class),
                    WaitingSearch::decision)
            .keys(search -> KIND.key(search.requestId()))
            .string("requester", WaitingSearch::personId)
            .string("digest", WaitingSearch::digest)
            .instant("requestedAt", WaitingSearch::requestedAt)
            .string("entryId", WaitingSearch::entryId)
            .with(
                    "state",
                    Converters.code(WaitingSearch.State.class, WaitingSearch.State::code, WaitingSearch.State::parse),
                    WaitingSearch::stored)
            .integer(DynamoDbRequests.REVISION, WaitingSearch::revision)
            .build(values -> new WaitingSearch(
                    values.string(Tables.REQUESTS.sortKey().orElseThrow()),
                    values.string("requester"),
                    values.string("digest"),
                    values.instant("requestedAt"),
                    values.string("entryId"),
                    values.get("state", WaitingSearch.State.class),
                    DecisionColumns.of(values),
                    values.integer(DynamoDbRequests.REVISION)));

    private WaitingSearchSchema() {}

    public static DynamoDbRequests<WaitingSearch> requests(
            DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        return new DynamoDbRequests<>(client, tables, changes, KIND, ROW);
    }
}
