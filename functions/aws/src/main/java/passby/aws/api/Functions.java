package passby.aws.api;

import static passby.aws.api.Permissions.BATCH_GET;
import static passby.aws.api.Permissions.BATCH_WRITE;
import static passby.aws.api.Permissions.DELETE;
import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.PUT;
import static passby.aws.api.Permissions.QUERY;
import static passby.aws.api.Permissions.SCAN;
import static passby.aws.api.Permissions.UPDATE;
import static passby.aws.api.Permissions.alerts;
import static passby.aws.api.Permissions.bucket;
import static passby.aws.api.Permissions.cityKey;
import static passby.aws.api.Permissions.consuming;
import static passby.aws.api.Permissions.counting;
import static passby.aws.api.Permissions.entering;
import static passby.aws.api.Permissions.expiring;
import static passby.aws.api.Permissions.expiringTogether;
import static passby.aws.api.Permissions.forPeople;
import static passby.aws.api.Permissions.keyRow;
import static passby.aws.api.Permissions.ledgerKey;
import static passby.aws.api.Permissions.optOut;
import static passby.aws.api.Permissions.pictures;
import static passby.aws.api.Permissions.table;
import static passby.aws.api.Permissions.textMessages;

import java.util.List;
import java.util.Set;
import passby.aws.api.Permission.Resource;
import passby.aws.api.Trigger.Moment;
import passby.aws.dynamodb.Tables;
import passby.core.people.Role;

/** Every function of the city. What runs locally is what is deployed, because both are made from this list. */
public final class Functions {
    private static final Role[] GOVERNING = {
        Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.AUDITOR, Role.SYSTEM_ADMIN
    };
    private static final Role[] AUDITING = {Role.PROGRAM_MANAGER, Role.AUDITOR};
    private static final Role[] DISCLOSING = {Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.AUDITOR};
    private static final Role[] APPROVING = {Role.CHIEF, Role.PROGRAM_MANAGER};
    private static final Role[] DECIDING = {Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER};

    private static final Role[] HOLDING_AND_AUDITING = {
        Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.AUDITOR
    };

    /** Who lets a search be made that needs a second person. */
    private static final Role[] ALLOWING = {Role.CHIEF, Role.PROGRAM_MANAGER};

    private static final Role[] SUPPRESSING = {Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER};

    private static final Role[] SEEING_SUPPRESSIONS = {
        Role.AUDITOR, Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER
    };

    private static final Role[] ARMING = {Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.SYSTEM_ADMIN};

    public static final FunctionSpec ISSUE_UPLOAD_URLS = new FunctionSpec(
            "IssueUploadUrls",
            api(new Route("POST", "/v1/uploads", "issueUploadUrls", CallerKind.CAMERA, Set.of(), true, Writes.COUNTED)),
            Writes.COUNTED,
            Size.API,
            counting(
                    table(Tables.CAMERAS, GET),
                    table(Tables.CAMERA_TOKENS, PUT),
                    table(Tables.LIMITS, GET, PUT, UPDATE),
                    bucket(Bucket.UPLOADS, "s3:PutObject")));

    public static final FunctionSpec CAMERAS = new FunctionSpec(
            "Cameras",
            api(
                    read("/v1/cameras", "viewCameras", Role.SYSTEM_ADMIN, Role.PROGRAM_MANAGER, Role.AUDITOR),
                    submit("/v1/cameras", "registerCamera", Role.SYSTEM_ADMIN),
                    submit("/v1/cameras/{cameraId}/keys", "addCameraKey", Role.SYSTEM_ADMIN),
                    change("POST", "/v1/cameras/{cameraId}/retirement", "retireCamera", Role.SYSTEM_ADMIN),
                    replace("/v1/cameras/{cameraId}/suspension", "suspendCamera", Role.SYSTEM_ADMIN),
                    change("DELETE", "/v1/cameras/{cameraId}/suspension", "resumeCamera", Role.SYSTEM_ADMIN)),
            Writes.ENTRY,
            Size.API,
            forPeople(table(Tables.CAMERAS, GET, PUT, SCAN), table(Tables.LIMITS, BATCH_GET)));

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
                    table(Tables.HOT_LIST, GET, PUT, QUERY, UPDATE),
                    table(Tables.LIMITS, UPDATE),
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
                    cityKey()));

    public static final FunctionSpec HITS = new FunctionSpec(
            "Hits",
            api(
                    read("/v1/hits", "listHits", Role.OPERATOR),
                    read("/v1/hits/{hitId}", "viewHit", Role.OPERATOR),
                    read("/v1/hits/{hitId}/pictures/{kind}", "streamHitPicture", Role.OPERATOR),
                    submit("/v1/hits/{hitId}/steps", "stepHit", Role.OPERATOR)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.HITS, PUT, QUERY, UPDATE),
                    table(Tables.FRAMES, GET),
                    table(Tables.READS, QUERY, UPDATE),
                    table(Tables.JOBS, GET, PUT),
                    pictures()));

    /** Where an officer wants alerts. */
    public static final FunctionSpec SUBSCRIPTIONS = new FunctionSpec(
            "Subscriptions",
            api(
                    submit("/v1/subscriptions", "subscribeToAlerts", Role.OPERATOR),
                    read("/v1/subscriptions", "listSubscriptions", Role.OPERATOR),
                    submit("/v1/subscriptions/{subscriptionId}/confirmation", "confirmSubscription", Role.OPERATOR),
                    change("DELETE", "/v1/subscriptions/{subscriptionId}", "endSubscription", Role.OPERATOR)),
            Writes.ENTRY,
            Size.API,
            forPeople(table(Tables.SUBSCRIPTIONS, PUT, QUERY), textMessages()));

    /** Takes each alert to the officers who subscribed to it. */
    public static final FunctionSpec DELIVER_ALERTS = new FunctionSpec(
            "DeliverAlerts",
            new Trigger.Queue(Queue.ALERTS),
            Writes.NONE,
            Size.DELIVERY,
            List.of(
                    consuming(Queue.ALERTS),
                    table(Tables.SUBSCRIPTIONS, SCAN),
                    table(Tables.PEOPLE, GET),
                    table(Tables.LIMITS, GET, PUT),
                    textMessages()));

    public static final FunctionSpec SEARCH = new FunctionSpec(
            "Search",
            api(
                    submit("/v1/searches", "searchPlate", Role.OPERATOR),
                    submit("/v1/camera-searches", "searchCameras", Role.OPERATOR),
                    submit("/v1/read-views/{readId}", "viewRead", Role.OPERATOR),
                    submit("/v1/partial-searches", "searchPartialPlate", Role.OPERATOR),
                    submit("/v1/search-requests", "requestSearch", Role.OPERATOR),
                    read("/v1/search-requests", "listSearchRequests", ALLOWING),
                    submit("/v1/search-requests/{requestId}/decisions", "decideSearchRequest", ALLOWING),
                    submit("/v1/read-pictures/{readId}/{kind}", "streamReadPicture", Role.OPERATOR)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.READS, GET, QUERY),
                    table(Tables.CAMERAS, GET, SCAN),
                    table(Tables.PLATES, QUERY),
                    table(Tables.REQUESTS, GET, PUT, QUERY),
                    table(Tables.LEDGER_OPENINGS, BATCH_GET),
                    table(Tables.FRAMES, GET),
                    table(Tables.LIMITS, UPDATE),
                    pictures(),
                    keyRow(),
                    cityKey()));

    public static final FunctionSpec PUBLIC_FILES = new FunctionSpec(
            "PublicFiles",
            api(
                    open("/v1/health", "health"),
                    open("/v1/public-lists", "listPublicLists"),
                    open("/openapi.json", "openApi")),
            Writes.COUNTED,
            Size.API,
            List.of(table(Tables.COUNTERS, GET, UPDATE), table(Tables.LISTS, SCAN)));

    public static final FunctionSpec READ_PLATES = new FunctionSpec(
            "ReadPlates",
            new Trigger.Queue(Queue.UPLOADS),
            Writes.ADMITTED,
            Size.READ_PLATES,
            entering(
                    consuming(Queue.UPLOADS, "sqs:ChangeMessageVisibility"),
                    bucket(Bucket.UPLOADS, "s3:GetObject", "s3:ListBucket", "s3:DeleteObject"),
                    bucket(Bucket.PICTURES, "s3:PutObject", "s3:DeleteObject"),
                    table(Tables.CAMERAS, GET),
                    table(Tables.FRAMES, GET, PUT),
                    table(Tables.READS, GET, PUT, QUERY),
                    table(Tables.LIMITS, GET, PUT, UPDATE),
                    table(Tables.PLATES, UPDATE),
                    table(Tables.HOT_LIST, QUERY),
                    table(Tables.LISTS, SCAN),
                    table(Tables.HITS, BATCH_GET, PUT, QUERY, UPDATE),
                    alerts(),
                    new Permission(new Resource.Function("Recognizer"), List.of("lambda:InvokeFunction")),
                    new Permission(new Resource.Service("rekognition"), List.of("rekognition:DetectText")),
                    keyRow(),
                    cityKey()));

    public static final FunctionSpec SWEEP_UPLOADS = new FunctionSpec(
            "SweepUploads",
            new Trigger.EveryMinute(),
            Writes.COUNTED,
            Size.CLOCK,
            counting(table(Tables.COUNTERS, GET, UPDATE), bucket(Bucket.UPLOADS, "s3:ListBucket", "s3:DeleteObject")));

    public static final FunctionSpec PUBLISH_ALERTS = new FunctionSpec(
            "PublishAlerts",
            new Trigger.EveryMinute(),
            Writes.NONE,
            Size.CLOCK,
            List.of(table(Tables.HITS, QUERY, UPDATE), table(Tables.CAMERAS, GET), alerts()));

    /** Looks whether alerts reach anybody, and sends to everybody what nobody has viewed. */
    public static final FunctionSpec WATCH_ALERTS = new FunctionSpec(
            "WatchAlerts",
            new Trigger.EveryMinute(),
            Writes.ENTRY,
            Size.CLOCK,
            entering(
                    table(Tables.HITS, PUT, QUERY, UPDATE),
                    table(Tables.CAMERAS, GET),
                    table(Tables.SUBSCRIPTIONS, SCAN),
                    table(Tables.COUNTERS, GET, UPDATE),
                    alerts()));

    /** Ends confirmations whose time is over. */
    public static final FunctionSpec EXPIRE_CONFIRMATIONS = new FunctionSpec(
            "ExpireConfirmations",
            new Trigger.EveryMinute(),
            Writes.ENTRY,
            Size.CLOCK,
            entering(table(Tables.HITS, PUT, QUERY, UPDATE)));

    public static final FunctionSpec ENTER_COUNTS = new FunctionSpec(
            "EnterCounts",
            new Trigger.EveryMinute(),
            Writes.ENTRY,
            Size.CLOCK,
            entering(table(Tables.COUNTERS, BATCH_GET, GET, UPDATE)));

    public static final FunctionSpec ADMIT_FRAMES = new FunctionSpec(
            "AdmitFrames",
            new Trigger.EveryMinute(),
            Writes.ADMITTED,
            Size.CLOCK,
            entering(
                    table(Tables.COUNTERS, GET, UPDATE),
                    table(Tables.FRAMES, QUERY),
                    table(Tables.JOBS, GET, PUT),
                    bucket(Bucket.ARCHIVE, "s3:PutObject")));

    /** Deletes what is due. Only these and the sweeper of pictures may delete rows or pictures of reads. */
    public static final FunctionSpec PURGE = new FunctionSpec(
            "Purge",
            new Trigger.EveryMinute(),
            Writes.ENTRY,
            Size.PURGE,
            entering(
                    expiringTogether(Tables.FRAMES),
                    expiringTogether(Tables.READS),
                    expiring(Tables.HITS),
                    expiring(Tables.PLATES),
                    expiring(Tables.HOT_LIST),
                    expiring(Tables.LEDGER_OPENINGS),
                    expiring(Tables.PEOPLE),
                    expiring(Tables.LIMITS),
                    expiring(Tables.SUBSCRIPTIONS),
                    table(Tables.JOBS, GET, PUT, UPDATE),
                    bucket(Bucket.PICTURES, "s3:DeleteObject"),
                    bucket(Bucket.ARCHIVE, "s3:PutObject")));

    /** Dates stored rows anew after a retention was shortened. */
    public static final FunctionSpec REDATE = new FunctionSpec(
            "Redate",
            new Trigger.EveryMinute(),
            Writes.ENTRY,
            Size.PURGE,
            entering(
                    table(Tables.FRAMES, SCAN, UPDATE),
                    table(Tables.READS, SCAN, UPDATE),
                    table(Tables.HITS, SCAN, UPDATE),
                    table(Tables.PLATES, SCAN, UPDATE),
                    table(Tables.LEDGER_OPENINGS, SCAN, UPDATE),
                    table(Tables.JOBS, GET, PUT)));

    public static final FunctionSpec SWEEP_PICTURES = new FunctionSpec(
            "SweepPictures",
            new Trigger.EveryMinute(),
            Writes.NONE,
            Size.CLOCK,
            counting(
                    table(Tables.COUNTERS, GET, UPDATE),
                    table(Tables.HOLDS, SCAN),
                    table(Tables.READS, GET),
                    bucket(Bucket.PICTURES, "s3:ListBucket", "s3:DeleteObject")));

    /** Holds on single reads, and the packages that courts get. */
    public static final FunctionSpec EVIDENCE = new FunctionSpec(
            "Evidence",
            api(
                    read("/v1/holds", "viewHolds", HOLDING_AND_AUDITING),
                    submit("/v1/holds", "placeHold", DECIDING),
                    submit("/v1/holds/{holdId}/requests", "requestHold", DECIDING),
                    submit("/v1/holds/{holdId}/decisions", "decideHold", DECIDING),
                    change("POST", "/v1/holds/{holdId}/exports", "exportEvidence", DECIDING)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.HOLDS, GET, PUT, SCAN),
                    table(Tables.FRAMES, GET),
                    table(Tables.READS, GET, UPDATE),
                    table(Tables.HITS, QUERY),
                    table(Tables.LEDGER_OPENINGS, BATCH_GET),
                    table(Tables.LEDGER_INDEX, GET),
                    bucket(Bucket.LEDGER, "s3:GetObject", "s3:ListBucket"),
                    bucket(Bucket.EVIDENCE, "s3:GetObject", "s3:ListBucket"),
                    ledgerKey("kms:GetPublicKey")));

    /** Copies held reads into the bucket of evidence. */
    public static final FunctionSpec COPY_EVIDENCE = new FunctionSpec(
            "CopyEvidence",
            new Trigger.EveryMinute(),
            Writes.ENTRY,
            Size.CLOCK,
            entering(
                    table(Tables.HOLDS, PUT, SCAN),
                    table(Tables.READS, GET, UPDATE),
                    bucket(Bucket.PICTURES, "s3:GetObject", "s3:ListBucket"),
                    bucket(Bucket.EVIDENCE, "s3:GetObject", "s3:ListBucket", "s3:PutObject", "s3:PutObjectRetention"),
                    new Permission(new Resource.Function("Recognizer"), List.of("lambda:InvokeFunction"))));

    /** The only one that may delete copies before the date of their locks: when the hold is released or was not renewed. */
    public static final FunctionSpec END_HOLDS = new FunctionSpec(
            "EndHolds",
            new Trigger.EveryMinute(),
            Writes.ENTRY,
            Size.CLOCK,
            entering(
                    table(Tables.HOLDS, DELETE, PUT, SCAN, UPDATE),
                    table(Tables.READS, GET, UPDATE),
                    bucket(
                            Bucket.EVIDENCE,
                            "s3:BypassGovernanceRetention",
                            "s3:DeleteObject",
                            "s3:DeleteObjectVersion",
                            "s3:GetObjectRetention",
                            "s3:ListBucket",
                            "s3:ListBucketVersions",
                            "s3:PutObjectRetention")));

    public static final FunctionSpec CLOSE_DAY = new FunctionSpec(
            "CloseDay",
            new Trigger.EveryDay(),
            Writes.ENTRY,
            Size.DAILY,
            entering(
                    table(Tables.COUNTERS, BATCH_GET, GET, UPDATE),
                    table(Tables.READS, SCAN),
                    table(Tables.JOBS, DELETE, SCAN),
                    bucket(Bucket.ARCHIVE, "s3:PutObject")));

    /** Who may do what: granted and revoked by the Program Manager and the chief; acknowledged by each person. */
    public static final FunctionSpec ACCESS = new FunctionSpec(
            "Access",
            api(
                    submit("/v1/people", "grantAccess", Role.CHIEF, Role.PROGRAM_MANAGER),
                    change(
                            "POST",
                            "/v1/people/{personId}/revocations",
                            "revokeAccess",
                            Role.CHIEF,
                            Role.PROGRAM_MANAGER),
                    submit("/v1/acknowledgements", "acknowledgePolicy", Role.values())),
            Writes.ENTRY,
            Size.API,
            forPeople(table(Tables.PEOPLE, PUT), table(Tables.SUBSCRIPTIONS, PUT, QUERY)));

    /** The policy in force, what waits for approval, and the decisions of two people about it. */
    public static final FunctionSpec POLICY = new FunctionSpec(
            "Policy",
            api(
                    read("/v1/policy", "viewPolicy", GOVERNING),
                    read("/v1/health/retention", "viewRetentionHealth", GOVERNING),
                    read("/v1/policy-requests", "listPolicyRequests", GOVERNING),
                    submit("/v1/policy-requests/{requestId}/decisions", "decidePolicyRequest", DECIDING)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.POLICY, GET, PUT),
                    table(Tables.REQUESTS, PUT, QUERY),
                    table(Tables.JOBS, GET),
                    optOut()));

    /** Seals what waits, and keeps the public copy. */
    public static final FunctionSpec SEAL_LEDGER = new FunctionSpec(
            "SealLedger",
            new Trigger.EveryMinute(),
            Writes.NONE,
            Size.SEALING,
            counting(
                    table(Tables.LEDGER_PENDING, BATCH_WRITE, SCAN),
                    table(Tables.LEDGER_INDEX, BATCH_WRITE, PUT),
                    table(Tables.LEDGER_OPENINGS, BATCH_GET),
                    bucket(
                            Bucket.LEDGER,
                            "s3:GetObject",
                            "s3:ListBucket",
                            "s3:PutObject",
                            "s3:PutObjectRetention",
                            "s3:PutObjectTagging"),
                    ledgerKey("kms:GetPublicKey", "kms:Sign"),
                    keyRow(),
                    cityKey()));

    /** The ledger, for those who audit it, and the weekly review of a sample of it. */
    public static final FunctionSpec LEDGER = new FunctionSpec(
            "Ledger",
            api(
                    submit("/v1/ledger/searches", "searchLedger", AUDITING),
                    submit("/v1/ledger/own-searches", "viewOwnEntries", Role.values()),
                    submit("/v1/ledger/exports", "exportLedger", AUDITING),
                    read("/v1/ledger/{entryId}", "viewEntry", AUDITING),
                    submit("/v1/ledger/{entryId}/disclosures", "discloseField", DISCLOSING),
                    submit("/v1/reviews/{week}/numbers", "commitReviewNumber", Role.AUDITOR),
                    submit("/v1/reviews/{week}/draws", "drawReview", Role.AUDITOR),
                    submit("/v1/reviews/{week}/reports", "reportReview", Role.AUDITOR),
                    change("POST", "/v1/reviews/{week}/approvals", "approveReview", APPROVING)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.REVIEWS, GET, PUT),
                    table(Tables.LEDGER_INDEX, GET, QUERY),
                    table(Tables.LEDGER_OPENINGS, BATCH_GET),
                    bucket(Bucket.LEDGER, "s3:GetObject", "s3:ListBucket"),
                    ledgerKey("kms:GetPublicKey"),
                    keyRow(),
                    cityKey()));

    /** Proofs for whoever holds a receipt, and what everybody may know of the weekly reviews. */
    public static final FunctionSpec LEDGER_PROOFS = new FunctionSpec(
            "LedgerProofs",
            api(
                    open("/v1/ledger/proofs/{entryId}", "proveEntry"),
                    open("/v1/reviews", "listReviews"),
                    open("/v1/reviews/{week}", "viewReview")),
            Writes.COUNTED,
            Size.API,
            counting(
                    table(Tables.REVIEWS, GET),
                    table(Tables.LEDGER_INDEX, GET),
                    bucket(Bucket.LEDGER, "s3:GetObject", "s3:ListBucket"),
                    ledgerKey("kms:GetPublicKey")));

    /** Enters each week that had no approved review in time. */
    public static final FunctionSpec WATCH_REVIEWS = new FunctionSpec(
            "WatchReviews",
            new Trigger.EveryDay(),
            Writes.ENTRY,
            Size.RARE,
            entering(table(Tables.REVIEWS, GET, PUT), table(Tables.COUNTERS, GET, UPDATE)));

    /** Refuses parameters above the law's ceiling before anything else changes; writes nothing. */
    public static final FunctionSpec CHECK_PARAMETERS = new FunctionSpec(
            "CheckParameters",
            new Trigger.Deployment(Moment.FIRST),
            Writes.NONE,
            Size.RARE,
            List.of(table(Tables.POLICY, GET)));

    /** Makes the city's key, once, wrapped by KMS: whoever wraps it does not see it. */
    public static final FunctionSpec MAKE_CITY_KEY = new FunctionSpec(
            "MakeCityKey",
            new Trigger.Deployment(Moment.FIRST),
            Writes.NONE,
            Size.RARE,
            List.of(
                    table(Tables.CITY_KEYS, GET, PUT),
                    new Permission(new Resource.Key("city"), List.of("kms:GenerateDataKeyWithoutPlaintext"))));

    /** Takes the parameters as a request: tightening counts at once, loosening waits for two people. */
    public static final FunctionSpec REQUEST_POLICY = new FunctionSpec(
            "RequestPolicy",
            new Trigger.Deployment(Moment.LAST),
            Writes.ENTRY,
            Size.RARE,
            entering(table(Tables.POLICY, GET, PUT), table(Tables.REQUESTS, PUT, QUERY), optOut()));

    /** Falls back to the container when nothing proves that pictures are not used for training. */
    public static final FunctionSpec CHECK_OPT_OUT = new FunctionSpec(
            "CheckOptOut",
            new Trigger.EveryDay(),
            Writes.ENTRY,
            Size.RARE,
            entering(table(Tables.POLICY, GET, PUT), optOut()));

    /** Enters a person into the city's registry; the entry says that the account's administrator did it. */
    public static final FunctionSpec APPOINT_PERSON = new FunctionSpec(
            "AppointPerson", new Trigger.ByHand(), Writes.ENTRY, Size.RARE, entering(table(Tables.PEOPLE, GET, PUT)));

    /** The kill switch: one administrator switches capture off; switching it on again waits for two people. */
    public static final FunctionSpec SWITCH_CAPTURE = new FunctionSpec(
            "SwitchCapture",
            new Trigger.ByHand(),
            Writes.ENTRY,
            Size.RARE,
            entering(table(Tables.POLICY, GET, PUT), table(Tables.REQUESTS, PUT, QUERY)));

    /** In the order in which a frame and then a person meet them. */
    public static final List<FunctionSpec> ALL = List.of(
            ISSUE_UPLOAD_URLS,
            READ_PLATES,
            PUBLISH_ALERTS,
            DELIVER_ALERTS,
            SUBSCRIPTIONS,
            CAMERAS,
            HOT_LISTS,
            IMPORT_LISTS,
            HITS,
            SEARCH,
            PUBLIC_FILES,
            SWEEP_UPLOADS,
            WATCH_ALERTS,
            EXPIRE_CONFIRMATIONS,
            ENTER_COUNTS,
            ADMIT_FRAMES,
            SEAL_LEDGER,
            LEDGER,
            LEDGER_PROOFS,
            WATCH_REVIEWS,
            PURGE,
            REDATE,
            SWEEP_PICTURES,
            EVIDENCE,
            COPY_EVIDENCE,
            END_HOLDS,
            CLOSE_DAY,
            POLICY,
            ACCESS,
            CHECK_PARAMETERS,
            MAKE_CITY_KEY,
            REQUEST_POLICY,
            CHECK_OPT_OUT,
            APPOINT_PERSON,
            SWITCH_CAPTURE);

    private Functions() {}

    private static Trigger api(Route... routes) {
        return new Trigger.Api(List.of(routes));
    }

    private static Route read(String path, String operationId, Role... roles) {
        return change("GET", path, operationId, roles);
    }

    private static Route change(String method, String path, String operationId, Role... roles) {
        return new Route(method, path, operationId, CallerKind.PERSON, Set.of(roles), false, Writes.ENTRY);
    }

    private static Route submit(String path, String operationId, Role... roles) {
        return new Route("POST", path, operationId, CallerKind.PERSON, Set.of(roles), true, Writes.ENTRY);
    }

    private static Route replace(String path, String operationId, Role... roles) {
        return new Route("PUT", path, operationId, CallerKind.PERSON, Set.of(roles), true, Writes.ENTRY);
    }

    private static Route open(String path, String operationId) {
        return new Route("GET", path, operationId, CallerKind.PUBLIC, Set.of(), false, Writes.COUNTED);
    }
}
