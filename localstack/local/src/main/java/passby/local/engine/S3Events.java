package passby.local.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The messages that S3 sends about a bucket, word for word as it sends them. The same object gives the same message each time, so that a
 * second telling is a redelivery and not a second upload.
 *
 * <p>Source: Amazon S3 User Guide, "Event message structure" 2.1.
 */
final class S3Events {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String REQUEST_ID = "PASSBYLOCALCITY0";
    private static final String HOST_ID = "made-up-by-the-local-city";
    private static final String OWNER = "A3PASSBYLOCAL";

    private S3Events() {}

    static String created(StoredObject object) {
        var event = JsonNodeFactory.instance.objectNode();
        var created = event.putArray("Records").addObject();
        created.put("eventVersion", "2.1");
        created.put("eventSource", "aws:s3");
        created.put("awsRegion", LocalAccount.REGION.id());
        created.put("eventTime", MILLISECONDS.format(object.storedAt()));
        created.put("eventName", object.how().eventName());
        created.putObject("userIdentity").put("principalId", "AWS:" + OWNER);
        created.putObject("requestParameters").put("sourceIPAddress", Loopback.HOST);
        created.putObject("responseElements")
                .put("x-amz-request-id", REQUEST_ID)
                .put("x-amz-id-2", HOST_ID);
        addS3(created.putObject("s3"), object);
        return event.toString();
    }

    private static void addS3(ObjectNode s3, StoredObject object) {
        s3.put("s3SchemaVersion", "1.0");
        s3.put("configurationId", "uploads");
        var bucket = s3.putObject("bucket");
        bucket.put("name", object.bucket());
        bucket.putObject("ownerIdentity").put("principalId", OWNER);
        bucket.put("arn", "arn:aws:s3:::" + object.bucket());
        var inside = s3.putObject("object");
        inside.put("key", encoded(object.key()));
        inside.put("size", object.size());
        inside.put("eTag", object.eTag());
        inside.put("sequencer", sequencer(object.storedAt()));
    }

    /** What S3 sends once when a bucket begins to tell a queue. */
    static String test(String bucket, Instant at) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("Service", "Amazon S3");
        event.put("Event", "s3:TestEvent");
        event.put("Time", MILLISECONDS.format(at));
        event.put("Bucket", bucket);
        event.put("RequestId", REQUEST_ID);
        event.put("HostId", HOST_ID);
        return event.toString();
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    /** Hexadecimal and growing with time for one key, which is all that S3 promises of it. */
    private static String sequencer(Instant storedAt) {
        return String.format(Locale.ROOT, "%018X", storedAt.toEpochMilli());
    }
}
