package passby.aws.api;

import static passby.aws.api.Permissions.BATCH_WRITE;
import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.PUT;
import static passby.aws.api.Permissions.QUERY;
import static passby.aws.api.Permissions.SCAN;
import static passby.aws.api.Permissions.UPDATE;
import static passby.aws.api.Permissions.bucket;
import static passby.aws.api.Permissions.cityKey;
import static passby.aws.api.Permissions.consuming;
import static passby.aws.api.Permissions.entering;
import static passby.aws.api.Permissions.forPeople;
import static passby.aws.api.Permissions.keyRow;
import static passby.aws.api.Permissions.table;
import static passby.aws.api.Routes.GOVERNING;
import static passby.aws.api.Routes.api;
import static passby.aws.api.Routes.change;
import static passby.aws.api.Routes.read;
import static passby.aws.api.Routes.submit;

import passby.aws.dynamodb.Tables;
import passby.core.people.Role;

/** Hot lists, and the files by which other agencies bring theirs. */
public final class HotListFunctions {
    private static final Role[] SUPPRESSING = {Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER};

    private static final Role[] SEEING_SUPPRESSIONS = {
        Role.AUDITOR, Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER
    };

    private static final Role[] ARMING = {Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.SYSTEM_ADMIN};

    public static final FunctionSpec HOT_LISTS = new FunctionSpec(
            "HotLists",
            api(
                    submit("/v1/hot-list-entries", "addHotListEntry", Role.OPERATOR),
                    read(
                            "/v1/hot-list-entries",
                            "listHotListEntries",
                            Role.OPERATOR,
                            Role.PROGRAM_MANAGER,
                            Role.AUDITOR),
                    read(
                            "/v1/hot-list-entries/{recordId}",
                            "viewHotListEntry",
                            Role.OPERATOR,
                            Role.PROGRAM_MANAGER,
                            Role.AUDITOR),
                    submit(
                            "/v1/hot-list-entries/{recordId}/updates",
                            "updateHotListEntry",
                            Role.OPERATOR,
                            Role.PROGRAM_MANAGER),
                    change(
                            "POST",
                            "/v1/hot-list-entries/{recordId}/approval",
                            "approveHotListEntry",
                            Role.CHIEF,
                            Role.PROGRAM_MANAGER),
                    submit(
                            "/v1/hot-list-entries/{recordId}/reviews",
                            "keepHotListEntry",
                            Role.OPERATOR,
                            Role.PROGRAM_MANAGER),
                    submit("/v1/hot-list-audits", "auditHotListEntries", Role.PROGRAM_MANAGER),
                    change(
                            "DELETE",
                            "/v1/hot-list-entries/{recordId}",
                            "withdrawHotListEntry",
                            Role.OPERATOR,
                            Role.PROGRAM_MANAGER),
                    submit("/v1/suppressions", "suppressPlate", SUPPRESSING),
                    read("/v1/suppressions", "listSuppressions", SEEING_SUPPRESSIONS),
                    change("DELETE", "/v1/suppressions/{suppressionId}", "endSuppression", SUPPRESSING),
                    read("/v1/lists", "viewLists", GOVERNING),
                    submit("/v1/lists", "proposeList", ARMING),
                    submit("/v1/lists/{source}/acceptance", "acceptList", ARMING),
                    change("POST", "/v1/lists/{source}/suspension", "suspendList", ARMING),
                    submit("/v1/lists/{source}/files", "announceListFile", ARMING),
                    submit("/v1/lists/{source}/file-approvals", "approveListFile", ARMING),
                    submit("/v1/lists/{source}/uploads", "uploadListFile", ARMING),
                    read("/v1/lists/{source}/imports/{sha256}", "viewListImport", GOVERNING)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.LISTS, GET, PUT, SCAN),
                    table(Tables.HOT_LIST, GET, PUT, QUERY),
                    table(Tables.LIMITS, UPDATE),
                    table(Tables.COUNTERS, GET),
                    bucket(Bucket.FEEDS, "s3:PutObject"),
                    bucket(Bucket.LISTS, "s3:GetObject", "s3:ListBucket"),
                    keyRow(),
                    cityKey()));

    /** Makes files of lists versions that alert. Only it sees what agencies send. */
    public static final FunctionSpec IMPORT_LISTS = new FunctionSpec(
                    "ImportLists",
                    new Trigger.Queue(Queue.LISTS),
                    Writes.ENTRY,
                    Size.IMPORT,
                    entering(
                            consuming(Queue.LISTS, "sqs:ChangeMessageVisibility"),
                            bucket(Bucket.FEEDS, "s3:GetObject", "s3:ListBucket", "s3:DeleteObject"),
                            bucket(Bucket.LISTS, "s3:GetObject", "s3:ListBucket", "s3:PutObject", "s3:DeleteObject"),
                            table(Tables.LISTS, GET, PUT, UPDATE),
                            table(Tables.HOT_LIST, BATCH_WRITE, UPDATE),
                            keyRow(),
                            cityKey()))
            .measuring(Metric.LIST_FILES_REFUSED);

    private HotListFunctions() {}
}
