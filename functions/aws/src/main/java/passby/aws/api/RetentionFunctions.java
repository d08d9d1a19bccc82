package passby.aws.api;

import static passby.aws.api.Permissions.BATCH_GET;
import static passby.aws.api.Permissions.BATCH_WRITE;
import static passby.aws.api.Permissions.DELETE;
import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.PUT;
import static passby.aws.api.Permissions.QUERY;
import static passby.aws.api.Permissions.SCAN;
import static passby.aws.api.Permissions.UPDATE;
import static passby.aws.api.Permissions.bucket;
import static passby.aws.api.Permissions.counting;
import static passby.aws.api.Permissions.entering;
import static passby.aws.api.Permissions.expiring;
import static passby.aws.api.Permissions.table;

import passby.aws.dynamodb.Tables;

/** What deletes what is due, dates it anew and balances each day. */
public final class RetentionFunctions {
    /** Deletes what is due. Only these and the sweeper of pictures may delete rows or pictures of reads. */
    public static final FunctionSpec PURGE = new FunctionSpec(
                    "Purge",
                    new Trigger.EveryMinute(),
                    Writes.ENTRY,
                    Size.PURGE,
                    entering(
                            table(Tables.FRAMES, GET, QUERY, DELETE, BATCH_WRITE),
                            table(Tables.READS, QUERY, UPDATE, DELETE, BATCH_WRITE),
                            expiring(Tables.HITS),
                            expiring(Tables.PLATES),
                            table(Tables.PLATES, GET),
                            expiring(Tables.HOT_LIST),
                            expiring(Tables.LEDGER_OPENINGS),
                            expiring(Tables.PEOPLE),
                            expiring(Tables.LIMITS),
                            expiring(Tables.SUBSCRIPTIONS),
                            expiring(Tables.CONDUCT),
                            table(Tables.PASSES, GET, QUERY, DELETE),
                            table(Tables.JOBS, PUT, UPDATE),
                            bucket(Bucket.PICTURES, "s3:DeleteObject"),
                            bucket(Bucket.ARCHIVE, "s3:PutObject")))
            .measuring(Metric.PURGE_HEARTBEAT, Metric.PURGE_LAG, Metric.PURGE_REFUSED);

    /** Dates stored rows anew after a retention was shortened, and the rules of the bucket of pictures behind them. */
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
                    table(Tables.HOT_LIST, SCAN, UPDATE),
                    table(Tables.LEDGER_OPENINGS, SCAN, UPDATE),
                    table(Tables.JOBS, GET, PUT),
                    bucket(Bucket.PICTURES, "s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration")));

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

    public static final FunctionSpec CLOSE_DAY = new FunctionSpec(
                    "CloseDay",
                    new Trigger.EveryDay(),
                    Writes.ENTRY,
                    Size.DAILY,
                    entering(
                            table(Tables.COUNTERS, BATCH_GET, GET, UPDATE),
                            table(Tables.CAMERAS, PUT, SCAN),
                            table(Tables.READS, SCAN),
                            table(Tables.JOBS, DELETE, SCAN),
                            bucket(Bucket.ARCHIVE, "s3:PutObject")))
            .measuring(Metric.READS_LOST, Metric.CAMERAS_QUARANTINED);

    private RetentionFunctions() {}
}
