package passby.aws.api;

import static passby.aws.api.Permissions.BATCH_GET;
import static passby.aws.api.Permissions.DELETE;
import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.PUT;
import static passby.aws.api.Permissions.QUERY;
import static passby.aws.api.Permissions.SCAN;
import static passby.aws.api.Permissions.UPDATE;
import static passby.aws.api.Permissions.bucket;
import static passby.aws.api.Permissions.cityKey;
import static passby.aws.api.Permissions.entering;
import static passby.aws.api.Permissions.forPeople;
import static passby.aws.api.Permissions.keyRow;
import static passby.aws.api.Permissions.ledgerKey;
import static passby.aws.api.Permissions.pictures;
import static passby.aws.api.Permissions.table;
import static passby.aws.api.Routes.DECIDING;
import static passby.aws.api.Routes.api;
import static passby.aws.api.Routes.change;
import static passby.aws.api.Routes.read;
import static passby.aws.api.Routes.submit;

import java.util.List;
import passby.aws.api.Permission.Resource;
import passby.aws.dynamodb.Tables;
import passby.core.people.Role;

/** Holds on single reads, and the copies and packages that courts get. */
public final class EvidenceFunctions {
    private static final Role[] HOLDING_AND_AUDITING = {
        Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.AUDITOR
    };

    private static final Role[] SEEING_GRANTS = {Role.RECORDS_OFFICER, Role.PROGRAM_MANAGER, Role.AUDITOR};

    /** Holds on single reads, the packages that courts get, and what other agencies are given once. */
    public static final FunctionSpec EVIDENCE = new FunctionSpec(
            "Evidence",
            api(
                    read("/v1/holds", "viewHolds", HOLDING_AND_AUDITING),
                    submit("/v1/holds", "placeHold", DECIDING),
                    submit("/v1/holds/{holdId}/requests", "requestHold", DECIDING),
                    submit("/v1/holds/{holdId}/decisions", "decideHold", DECIDING),
                    change("POST", "/v1/holds/{holdId}/exports", "exportEvidence", DECIDING),
                    submit("/v1/grants", "requestGrant", Role.RECORDS_OFFICER),
                    read("/v1/grants", "listGrants", SEEING_GRANTS),
                    submit("/v1/grants/{grantId}/decisions", "decideGrant", Role.PROGRAM_MANAGER),
                    change("POST", "/v1/grants/{grantId}/packages", "releaseGrant", Role.RECORDS_OFFICER),
                    submit("/v1/record-requests", "answerRecordRequest", Role.RECORDS_OFFICER)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.HOLDS, GET, PUT, SCAN),
                    table(Tables.FRAMES, GET),
                    table(Tables.READS, GET, QUERY, UPDATE),
                    table(Tables.REQUESTS, GET, PUT, QUERY),
                    table(Tables.CAMERAS, GET, SCAN),
                    table(Tables.CONDUCT, QUERY),
                    table(Tables.HOT_LIST, QUERY),
                    table(Tables.LIMITS, UPDATE),
                    table(Tables.HITS, QUERY),
                    table(Tables.LEDGER_OPENINGS, BATCH_GET),
                    table(Tables.LEDGER_INDEX, GET),
                    bucket(Bucket.LEDGER, "s3:GetObject", "s3:ListBucket"),
                    bucket(Bucket.EVIDENCE, "s3:GetObject", "s3:ListBucket"),
                    pictures(),
                    keyRow(),
                    cityKey(),
                    new Permission(new Resource.Function("Recognizer"), List.of("lambda:InvokeFunction")),
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
                            bucket(
                                    Bucket.EVIDENCE,
                                    "s3:GetObject",
                                    "s3:ListBucket",
                                    "s3:PutObject",
                                    "s3:PutObjectRetention"),
                            new Permission(new Resource.Function("Recognizer"), List.of("lambda:InvokeFunction"))))
            .measuring(Metric.EVIDENCE_WAITS);

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

    /** Whether anything is held as evidence: asked before a deployment is deleted. */
    public static final FunctionSpec COUNT_HOLDS = new FunctionSpec(
            "CountHolds", new Trigger.ByHand(), Writes.NONE, Size.RARE, List.of(table(Tables.HOLDS, SCAN)));

    private EvidenceFunctions() {}
}
