package passby.aws.api;

import static passby.aws.api.Permissions.BATCH_GET;
import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.PUT;
import static passby.aws.api.Permissions.QUERY;
import static passby.aws.api.Permissions.SCAN;
import static passby.aws.api.Permissions.UPDATE;
import static passby.aws.api.Permissions.cityKey;
import static passby.aws.api.Permissions.forPeople;
import static passby.aws.api.Permissions.keyRow;
import static passby.aws.api.Permissions.pictures;
import static passby.aws.api.Permissions.table;
import static passby.aws.api.Routes.api;
import static passby.aws.api.Routes.read;
import static passby.aws.api.Routes.submit;

import passby.aws.dynamodb.Tables;
import passby.core.people.Role;

/** Searches of every kind, and what they open. */
public final class SearchFunctions {
    /** Who lets a search be made that needs a second person. */
    private static final Role[] ALLOWING = {Role.CHIEF, Role.PROGRAM_MANAGER};

    public static final FunctionSpec SEARCH = new FunctionSpec(
            "Search",
            api(
                    submit("/v1/searches", "searchPlate", Role.OPERATOR),
                    submit("/v1/camera-searches", "searchCameras", Role.OPERATOR),
                    submit("/v1/read-views/{readId}", "viewRead", Role.OPERATOR),
                    submit("/v1/read-corrections/{readId}", "correctRead", Role.OPERATOR),
                    submit("/v1/partial-searches", "searchPartialPlate", Role.OPERATOR),
                    submit("/v1/search-requests", "requestSearch", Role.OPERATOR),
                    read("/v1/search-requests", "listSearchRequests", ALLOWING),
                    submit("/v1/search-requests/{requestId}/decisions", "decideSearchRequest", ALLOWING),
                    submit("/v1/read-pictures/{readId}/{kind}", "streamReadPicture", Role.OPERATOR)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.READS, GET, PUT, QUERY, UPDATE),
                    table(Tables.CAMERAS, GET, SCAN),
                    table(Tables.PLATES, QUERY, UPDATE),
                    table(Tables.CONDUCT, QUERY),
                    table(Tables.REQUESTS, GET, PUT, QUERY),
                    table(Tables.LEDGER_OPENINGS, BATCH_GET),
                    table(Tables.FRAMES, GET),
                    table(Tables.LIMITS, BATCH_GET, UPDATE),
                    pictures(),
                    keyRow(),
                    cityKey()));

    private SearchFunctions() {}
}
