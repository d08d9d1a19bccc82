package passby.aws.api;

import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.SCAN;
import static passby.aws.api.Permissions.UPDATE;
import static passby.aws.api.Permissions.table;
import static passby.aws.api.Routes.api;
import static passby.aws.api.Routes.open;

import java.util.List;
import passby.aws.dynamodb.Tables;

/** What everybody may fetch. */
public final class PublicFunctions {
    public static final FunctionSpec PUBLIC_FILES = new FunctionSpec(
            "PublicFiles",
            api(
                    open("/v1/health", "health"),
                    open("/v1/public-lists", "listPublicLists"),
                    open("/openapi.json", "openApi")),
            Writes.COUNTED,
            Size.API,
            List.of(table(Tables.COUNTERS, GET, UPDATE), table(Tables.LISTS, SCAN)));

    private PublicFunctions() {}
}
