package passby.aws.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.read.ReceivedFrame;
import passby.core.recognition.FrameRef;

/**
 * What S3 says in one message of the queue. Fields that we do not know are passed over; keys come URL-encoded, with a plus
 * sign for each space. Source: Amazon S3 User Guide, "Event message structure".
 *
 * @param frames objects that were created
 * @param malformed how many parts of the message tell of no such object
 */
record S3EventMessage(List<ReceivedFrame> frames, int malformed) {
    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final S3EventMessage MALFORMED = new S3EventMessage(List.of(), 1);

    S3EventMessage {
        frames = List.copyOf(frames);
    }

    static S3EventMessage parse(@Nullable String body) {
        if (body == null) {
            return MALFORMED;
        }
        try {
            return of(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return MALFORMED;
        }
    }

    private static S3EventMessage of(JsonNode event) {
        if (event.path("Event").asText().equals("s3:TestEvent")) {
            return new S3EventMessage(List.of(), 0);
        }
        var records = event.path("Records");
        if (!records.isArray() || records.isEmpty()) {
            return MALFORMED;
        }
        var frames = new ArrayList<ReceivedFrame>(records.size());
        for (var created : records) {
            frame(created).ifPresent(frames::add);
        }
        return new S3EventMessage(frames, records.size() - frames.size());
    }

    private static Optional<ReceivedFrame> frame(JsonNode created) {
        var bucket = created.at("/s3/bucket/name");
        var key = created.at("/s3/object/key");
        var time = created.path("eventTime");
        if (!created.path("eventName").asText().startsWith("ObjectCreated:")
                || !isText(bucket)
                || !isText(key)
                || !isText(time)) {
            return Optional.empty();
        }
        try {
            var decoded = URLDecoder.decode(key.textValue(), StandardCharsets.UTF_8);
            return Optional.of(
                    new ReceivedFrame(new FrameRef(bucket.textValue(), decoded), Instant.parse(time.textValue())));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual() && !node.textValue().isEmpty();
    }
}
