package passby.aws.read;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.json.EventJson;
import passby.core.picture.FrameRef;
import passby.core.read.ReceivedFrame;

/**
 * What S3 says in one message of the queue. Fields that we do not know are passed over; keys come URL-encoded, with a plus
 * sign for each space. Source: Amazon S3 User Guide, "Event message structure".
 *
 * @param frames objects that were created
 * @param malformed how many parts of the message tell of no such object
 */
record S3EventMessage(List<ReceivedFrame> frames, int malformed) {
    private static final S3EventMessage MALFORMED = new S3EventMessage(List.of(), 1);

    S3EventMessage {
        frames = List.copyOf(frames);
    }

    static S3EventMessage parse(@Nullable String body) {
        if (body == null) {
            return MALFORMED;
        }
        return EventJson.object(body.getBytes(StandardCharsets.UTF_8))
                .map(S3EventMessage::of)
                .orElse(MALFORMED);
    }

    private static S3EventMessage of(Map<String, Object> event) {
        if (event.getOrDefault("Event", "").equals("s3:TestEvent")) {
            return new S3EventMessage(List.of(), 0);
        }
        var records = EventJson.list(event, "Records");
        if (records.isEmpty()) {
            return MALFORMED;
        }
        var frames = new ArrayList<ReceivedFrame>(records.size());
        for (var created : records) {
            if (created instanceof Map<?, ?> members) {
                frame(EventJson.asObject(members)).ifPresent(frames::add);
            }
        }
        return new S3EventMessage(frames, records.size() - frames.size());
    }

    private static Optional<ReceivedFrame> frame(Map<String, Object> created) {
        var s3 = EventJson.object(created, "s3");
        var bucket = text(EventJson.object(s3, "bucket"), "name");
        var key = text(EventJson.object(s3, "object"), "key");
        var time = text(created, "eventTime");
        if (!text(created, "eventName").startsWith("ObjectCreated:")
                || bucket.isEmpty()
                || key.isEmpty()
                || time.isEmpty()) {
            return Optional.empty();
        }
        try {
            var decoded = URLDecoder.decode(key, StandardCharsets.UTF_8);
            return Optional.of(new ReceivedFrame(new FrameRef(bucket, decoded), Instant.parse(time)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty for what is no text: an empty text is as good as none here. */
    private static String text(Map<String, Object> parent, String name) {
        return EventJson.string(parent, name).orElse("");
    }
}
