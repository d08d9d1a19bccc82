package passby.local.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.core.picture.FrameLimits;
import passby.core.picture.Jpeg;
import passby.core.read.PostedRead;

/** Understands what a maker posts: JSON of one of the known shapes, alone or beside its picture. */
final class Webhooks {
    /** A picture in base64 with room for the message around it. */
    static final int MAX_BODY = FrameLimits.MAX_BYTES / 3 * 4 + (256 << 10);

    private static final int MAX_DEPTH = 32;
    private static final List<Shape> SHAPES = List.of(new OpenAlpr(), new PlateRecognizer(), new Axis(), new Frigate());
    /** What makers call the picture's part. */
    private static final List<String> PICTURES = List.of("upload", "image");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_BODY)
                    .build())
            .build());

    private Webhooks() {}

    /**
     * @param body at most {@link #MAX_BODY} bytes
     * @throws Webhook.Malformed for whatever is no message of a known maker
     */
    static Webhook parse(String contentType, byte[] body) {
        var boundary = Multipart.boundary(contentType);
        if (boundary.isEmpty()) {
            return understood(body, null);
        }
        var parts = Multipart.parse(body, boundary.get());
        var picture = parts.stream()
                .filter(part -> PICTURES.contains(part.name()))
                .map(part -> new Jpeg(part.bytes()))
                .findFirst();
        return parts.stream()
                .filter(part -> !PICTURES.contains(part.name()))
                .findFirst()
                .map(part -> understood(part.bytes(), picture.orElse(null)))
                .orElseThrow(() -> new Webhook.Malformed("No part holds a message."));
    }

    private static Webhook understood(byte[] body, @Nullable Jpeg picture) {
        var message = json(body);
        var shape = SHAPES.stream()
                .filter(one -> one.isOf(message))
                .findFirst()
                .orElseThrow(() -> new Webhook.Malformed("No known maker writes such a message."));
        return switch (shape.parse(message)) {
            case Webhook.Seen seen
            when seen.plates().size() > PostedRead.MAX_BATCH ->
                throw new Webhook.Malformed("A message has at most " + PostedRead.MAX_BATCH + " plates.");
            case Webhook.Seen seen -> seen.with(picture);
            case Webhook.Nothing nothing -> nothing;
        };
    }

    private static JsonNode json(byte[] body) {
        try {
            var message = JSON.readTree(body);
            if (message != null && message.isObject()) {
                return message;
            }
        } catch (IOException e) {
            throw new Webhook.Malformed("The body is not JSON, or is nested deeper than " + MAX_DEPTH + " levels.");
        }
        throw new Webhook.Malformed("One JSON object is expected.");
    }
}
