package passby.aws.api;

import static passby.aws.api.Permissions.BATCH_GET;
import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.PUT;
import static passby.aws.api.Permissions.SCAN;
import static passby.aws.api.Permissions.UPDATE;
import static passby.aws.api.Permissions.bucket;
import static passby.aws.api.Permissions.counting;
import static passby.aws.api.Permissions.forPeople;
import static passby.aws.api.Permissions.table;
import static passby.aws.api.Routes.api;
import static passby.aws.api.Routes.change;
import static passby.aws.api.Routes.read;
import static passby.aws.api.Routes.replace;
import static passby.aws.api.Routes.submit;

import java.util.Set;
import passby.aws.dynamodb.Tables;
import passby.core.people.Role;

/** Cameras, what they upload, and what nobody fetched. */
public final class CaptureFunctions {
    public static final FunctionSpec ISSUE_UPLOAD_URLS = new FunctionSpec(
            "IssueUploadUrls",
            api(byCamera("/v1/uploads", "issueUploadUrls"), byCamera("/v1/reads", "postReads")),
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
                    change("DELETE", "/v1/cameras/{cameraId}/suspension", "resumeCamera", Role.SYSTEM_ADMIN),
                    replace("/v1/cameras/{cameraId}/captions", "changeCaptions", Role.SYSTEM_ADMIN),
                    change("DELETE", "/v1/cameras/{cameraId}/quarantine", "clearQuarantine", Role.PROGRAM_MANAGER),
                    replace("/v1/cameras/{cameraId}/opt-in", "optInCamera", Role.SYSTEM_ADMIN),
                    change("DELETE", "/v1/cameras/{cameraId}/opt-in", "optOutCamera", Role.SYSTEM_ADMIN)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.CAMERAS, GET, PUT, SCAN),
                    table(Tables.COUNTERS, BATCH_GET),
                    table(Tables.LIMITS, BATCH_GET)));

    /** Deletes uploads that nobody read, and counts the cameras that bring none. */
    public static final FunctionSpec SWEEP_UPLOADS = new FunctionSpec(
                    "SweepUploads",
                    new Trigger.EveryMinute(),
                    Writes.COUNTED,
                    Size.CLOCK,
                    counting(
                            table(Tables.COUNTERS, GET, UPDATE),
                            table(Tables.CAMERAS, SCAN),
                            table(Tables.LIMITS, BATCH_GET),
                            bucket(Bucket.UPLOADS, "s3:ListBucket", "s3:DeleteObject")))
            .measuring(Metric.EXPIRY_LAG, Metric.CAMERAS_SILENT, Metric.COUNTS_LOST);

    private CaptureFunctions() {}

    private static Route byCamera(String path, String operation) {
        return new Route("POST", path, operation, CallerKind.CAMERA, Set.of(), true, Writes.COUNTED);
    }
}
