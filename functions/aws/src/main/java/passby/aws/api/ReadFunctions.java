package passby.aws.api;

import static passby.aws.api.Permissions.BATCH_GET;
import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.PUT;
import static passby.aws.api.Permissions.QUERY;
import static passby.aws.api.Permissions.SCAN;
import static passby.aws.api.Permissions.UPDATE;
import static passby.aws.api.Permissions.alerts;
import static passby.aws.api.Permissions.bucket;
import static passby.aws.api.Permissions.cityKey;
import static passby.aws.api.Permissions.consuming;
import static passby.aws.api.Permissions.entering;
import static passby.aws.api.Permissions.enteringAndCounting;
import static passby.aws.api.Permissions.forPeople;
import static passby.aws.api.Permissions.keyRow;
import static passby.aws.api.Permissions.pictures;
import static passby.aws.api.Permissions.table;
import static passby.aws.api.Routes.api;
import static passby.aws.api.Routes.read;
import static passby.aws.api.Routes.replace;
import static passby.aws.api.Routes.submit;

import java.util.List;
import passby.aws.api.Permission.Resource;
import passby.aws.dynamodb.Tables;
import passby.core.people.Role;

/** What makes reads and hits of uploads, admits frames to the ledger, and learns how well they were read. */
public final class ReadFunctions {
    public static final FunctionSpec READ_PLATES = new FunctionSpec(
                    "ReadPlates",
                    new Trigger.Queue(Queue.UPLOADS),
                    Writes.ADMITTED,
                    Size.READ_PLATES,
                    enteringAndCounting(
                            consuming(Queue.UPLOADS, "sqs:ChangeMessageVisibility"),
                            bucket(Bucket.UPLOADS, "s3:GetObject", "s3:ListBucket", "s3:DeleteObject"),
                            bucket(Bucket.PICTURES, "s3:PutObject", "s3:DeleteObject"),
                            table(Tables.CAMERAS, GET),
                            table(Tables.FRAMES, GET, PUT),
                            table(Tables.READS, GET, PUT, QUERY),
                            table(Tables.LIMITS, GET, PUT, UPDATE),
                            table(Tables.PLATES, UPDATE),
                            table(Tables.PASSES, UPDATE),
                            table(Tables.HOT_LIST, QUERY),
                            table(Tables.LISTS, SCAN),
                            table(Tables.HITS, BATCH_GET, PUT, QUERY, UPDATE),
                            alerts(),
                            new Permission(new Resource.Function("Recognizer"), List.of("lambda:InvokeFunction")),
                            new Permission(new Resource.Service("rekognition"), List.of("rekognition:DetectText")),
                            keyRow(),
                            cityKey()))
            .measuring(
                    Metric.FRAMES_READ,
                    Metric.RECOGNIZER_FAILURES,
                    Metric.FRAMES_TOO_LATE,
                    Metric.CAPTURE_TO_ALERT,
                    Metric.UPLOAD_TO_ALERT,
                    Metric.COUNTS_LOST);

    public static final FunctionSpec ADMIT_FRAMES = new FunctionSpec(
            "AdmitFrames",
            new Trigger.EveryMinute(),
            Writes.ADMITTED,
            Size.CLOCK,
            entering(
                    table(Tables.COUNTERS, GET, PUT, UPDATE),
                    table(Tables.FRAMES, QUERY),
                    table(Tables.JOBS, GET, PUT),
                    bucket(Bucket.ARCHIVE, "s3:PutObject")));

    /** Whether plates are read well: the random sample, which records officers label, and the rates that follow. */
    public static final FunctionSpec SAMPLES = new FunctionSpec(
            "Samples",
            api(
                    read(
                            "/v1/reading-quality",
                            "viewReadingQuality",
                            Role.PROGRAM_MANAGER,
                            Role.AUDITOR,
                            Role.RECORDS_OFFICER),
                    read("/v1/samples", "listSamples", Role.RECORDS_OFFICER),
                    read("/v1/samples/{sampleId}", "viewSample", Role.RECORDS_OFFICER),
                    read("/v1/samples/{sampleId}/pictures/{kind}", "streamSamplePicture", Role.RECORDS_OFFICER),
                    replace("/v1/samples/{sampleId}/label", "labelSample", Role.RECORDS_OFFICER),
                    submit("/v1/test-drives", "enterTestDrive", Role.RECORDS_OFFICER)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.CAMERAS, GET, SCAN),
                    table(Tables.COUNTERS, BATCH_GET, GET, PUT),
                    table(Tables.FRAMES, GET),
                    table(Tables.READS, GET),
                    pictures()));

    private ReadFunctions() {}
}
