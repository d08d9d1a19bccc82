package passby.recognizer.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Supplier;
import passby.core.picture.CropCutter.Cut;
import passby.core.picture.FrameLimits;
import passby.core.picture.FrameRef;
import passby.core.picture.RejectReason;
import passby.core.recognition.Recognition;

/**
 * Version 1 of the message, both ways and for both ends. What one end writes the other reads back equal; anything else is a
 * {@link MalformedMessage}. Thread-safe.
 *
 * <p>Requests: {@code {"v":1,"op":"read","bucket":"b","key":"k"}} and the same with {@code "op":"crop"} and {@code
 * "boxes":[{"left":..,"top":..,"width":..,"height":..}]}. Answers carry {@code v} and {@code kind}: {@code plates}, {@code
 * no-plate}, {@code crops}, {@code rejected}, {@code gone}, {@code unavailable}.
 */
public final class RecognizerWire {
    /** Of Lambda, for one synchronous answer. */
    private static final int MAX_BYTES = 6 << 20;

    private static final int MAX_NAME = 1024;
    private static final int VERSION = 1;

    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxDocumentLength(MAX_BYTES)
                            .maxNumberLength(40)
                            .maxStringLength(2 * FrameLimits.MAX_CROP_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final ReadingWire readings = new ReadingWire(json);

    public byte[] encode(RecognizerRequest request) {
        var frame = request.frame();
        return switch (request) {
            case RecognizerRequest.Read _ -> bytes(request("read", frame));
            case RecognizerRequest.Crop(var _, var boxes) -> {
                var node = request("crop", frame);
                var list = node.putArray("boxes");
                boxes.forEach(box -> list.add(readings.box(box)));
                yield bytes(node);
            }
        };
    }

    private ObjectNode request(String op, FrameRef frame) {
        return json.createObjectNode()
                .put("v", VERSION)
                .put("op", op)
                .put("bucket", frame.bucket())
                .put("key", frame.key());
    }

    public RecognizerRequest decodeRequest(byte[] bytes) {
        var node = tree(bytes);
        return switch (node.path("op").asText()) {
            case "read" -> new RecognizerRequest.Read(frame(fields(node, "v", "op", "bucket", "key")));
            case "crop" -> {
                var fields = fields(node, "v", "op", "bucket", "key", "boxes");
                var boxes = fields.list("boxes", FrameLimits.MAX_PLATES, readings::box);
                if (boxes.isEmpty()) {
                    throw new MalformedMessage("boxes must not be empty");
                }
                yield new RecognizerRequest.Crop(frame(fields), boxes);
            }
            default -> throw new MalformedMessage("op must be read or crop");
        };
    }

    private static FrameRef frame(Fields fields) {
        return new FrameRef(fields.text("bucket", MAX_NAME), fields.text("key", MAX_NAME));
    }

    public byte[] encode(Recognition answer) {
        return bytes(
                switch (answer) {
                    case Recognition.Plates(var engine, var plates) -> {
                        var node = answer("plates");
                        node.set("engine", readings.engine(engine));
                        var list = node.putArray("plates");
                        plates.forEach(plate -> list.add(readings.reading(plate)));
                        yield node;
                    }
                    case Recognition.NoPlate(var engine) -> {
                        var node = answer("no-plate");
                        node.set("engine", readings.engine(engine));
                        yield node;
                    }
                    case Recognition.Rejected(var reason) -> rejected(reason);
                    case Recognition.Gone _ -> answer("gone");
                    case Recognition.Unavailable(var why) -> unavailable(why);
                });
    }

    public Recognition decodeRecognition(byte[] bytes) {
        var node = tree(bytes);
        return valid(() -> switch (node.path("kind").asText()) {
            case "plates" -> {
                var fields = fields(node, "v", "kind", "engine", "plates");
                var plates = fields.list("plates", FrameLimits.MAX_PLATES, readings::reading);
                yield new Recognition.Plates(readings.engine(fields.node("engine")), plates);
            }
            case "no-plate" ->
                new Recognition.NoPlate(
                        readings.engine(fields(node, "v", "kind", "engine").node("engine")));
            case "rejected" -> new Recognition.Rejected(reason(node));
            case "gone" -> {
                fields(node, "v", "kind");
                yield new Recognition.Gone();
            }
            case "unavailable" -> new Recognition.Unavailable(why(node));
            default -> throw new MalformedMessage("kind is not one of a recognition");
        });
    }

    public byte[] encode(Cut cut) {
        return bytes(
                switch (cut) {
                    case Cut.Done(var crops) -> {
                        var node = answer("crops");
                        var list = node.putArray("crops");
                        crops.forEach(c -> list.add(readings.crops(c)));
                        yield node;
                    }
                    case Cut.Rejected(var reason) -> rejected(reason);
                    case Cut.Gone _ -> answer("gone");
                    case Cut.Unavailable(var why) -> unavailable(why);
                });
    }

    public Cut decodeCut(byte[] bytes) {
        var node = tree(bytes);
        return valid(() -> switch (node.path("kind").asText()) {
            case "crops" ->
                new Cut.Done(fields(node, "v", "kind", "crops").list("crops", FrameLimits.MAX_PLATES, readings::crops));
            case "rejected" -> new Cut.Rejected(reason(node));
            case "gone" -> {
                fields(node, "v", "kind");
                yield new Cut.Gone();
            }
            case "unavailable" -> new Cut.Unavailable(why(node));
            default -> throw new MalformedMessage("kind is not one of a cut");
        });
    }

    private ObjectNode answer(String kind) {
        return json.createObjectNode().put("v", VERSION).put("kind", kind);
    }

    private ObjectNode rejected(RejectReason reason) {
        return answer("rejected").put("reason", reason.name());
    }

    private ObjectNode unavailable(String why) {
        return answer("unavailable").put("why", why);
    }

    private static RejectReason reason(JsonNode node) {
        return ReadingWire.reason(fields(node, "v", "kind", "reason").text("reason", 40));
    }

    private static String why(JsonNode node) {
        return fields(node, "v", "kind", "why").text("why", 1000);
    }

    private static Fields fields(JsonNode node, String... names) {
        var fields = new Fields(node, names);
        if (!node.path("v").isInt() || node.path("v").intValue() != VERSION) {
            throw new MalformedMessage("v must be " + VERSION);
        }
        return fields;
    }

    /** The records check themselves; what they refuse is the sender's fault. */
    private static <T> T valid(Supplier<T> decoded) {
        try {
            return decoded.get();
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("a value is out of its range");
        }
    }

    private byte[] bytes(JsonNode node) {
        try {
            return json.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always has a text", e);
        }
    }

    private JsonNode tree(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (IOException e) {
            // Bytes that look like UTF-32 and are not make an IOException of another kind than bad JSON does.
            throw new MalformedMessage("not JSON within the bounds");
        }
    }
}
