package passby.aws.api;

import static passby.aws.api.Permissions.BATCH_GET;
import static passby.aws.api.Permissions.BATCH_WRITE;
import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.PUT;
import static passby.aws.api.Permissions.QUERY;
import static passby.aws.api.Permissions.SCAN;
import static passby.aws.api.Permissions.UPDATE;
import static passby.aws.api.Permissions.bucket;
import static passby.aws.api.Permissions.cityKey;
import static passby.aws.api.Permissions.counting;
import static passby.aws.api.Permissions.entering;
import static passby.aws.api.Permissions.forPeople;
import static passby.aws.api.Permissions.governed;
import static passby.aws.api.Permissions.keyRow;
import static passby.aws.api.Permissions.ledgerKey;
import static passby.aws.api.Permissions.table;
import static passby.aws.api.Routes.api;
import static passby.aws.api.Routes.change;
import static passby.aws.api.Routes.open;
import static passby.aws.api.Routes.read;
import static passby.aws.api.Routes.submit;

import passby.aws.dynamodb.Tables;
import passby.core.people.Role;

/** What enters, seals, shows and proves the ledger, and the weekly reviews of it. */
public final class LedgerFunctions {
    private static final Role[] AUDITING = {Role.PROGRAM_MANAGER, Role.AUDITOR};

    private static final Role[] DISCLOSING = {Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.AUDITOR};

    private static final Role[] APPROVING = {Role.CHIEF, Role.PROGRAM_MANAGER};

    public static final FunctionSpec ENTER_COUNTS = new FunctionSpec(
                    "EnterCounts",
                    new Trigger.EveryMinute(),
                    Writes.ENTRY,
                    Size.CLOCK,
                    entering(table(Tables.COUNTERS, BATCH_GET, GET, UPDATE)))
            .measuring(Metric.LEDGER_LAG);

    /** Seals what waits, and keeps the public copy. */
    public static final FunctionSpec SEAL_LEDGER = new FunctionSpec(
                    "SealLedger",
                    new Trigger.EveryMinute(),
                    Writes.NONE,
                    Size.SEALING,
                    governed(
                            table(Tables.LEDGER_PENDING, BATCH_WRITE, SCAN),
                            table(Tables.LEDGER_INDEX, BATCH_WRITE, BATCH_GET),
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
                            cityKey()))
            .measuring(Metric.SEALING_LAG, Metric.SEALING_REFUSED);

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
                    change("POST", "/v1/reviews/{week}/approvals", "approveReview", APPROVING),
                    read("/v1/conduct-reviews", "listConductReviews", AUDITING),
                    submit("/v1/conduct-reviews/{reviewId}/findings", "fileFinding", AUDITING),
                    submit("/v1/decoys", "placeDecoy", Role.AUDITOR),
                    submit("/v1/own-plates", "registerOwnPlate", Role.OPERATOR)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.REVIEWS, GET, PUT),
                    table(Tables.CONDUCT, GET, PUT, QUERY),
                    table(Tables.CAMERAS, GET),
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
                    entering(table(Tables.REVIEWS, GET, PUT), table(Tables.COUNTERS, GET, UPDATE)))
            .measuring(Metric.REVIEWS_MISSED);

    /** Compares what each person did with what they and others did before, and asks for a review of what it cannot explain. */
    public static final FunctionSpec WATCH_CONDUCT = new FunctionSpec(
                    "WatchConduct",
                    new Trigger.EveryHour(),
                    Writes.ENTRY,
                    Size.DAILY,
                    entering(
                            table(Tables.CONDUCT, BATCH_WRITE, GET, PUT, QUERY),
                            table(Tables.COUNTERS, GET, UPDATE),
                            table(Tables.LEDGER_OPENINGS, BATCH_GET),
                            bucket(Bucket.LEDGER, "s3:GetObject", "s3:ListBucket"),
                            ledgerKey("kms:GetPublicKey"),
                            keyRow(),
                            cityKey()))
            .measuring(Metric.DECOYS_TOUCHED, Metric.CONDUCT_REVIEWS_OVERDUE);

    private LedgerFunctions() {}
}
