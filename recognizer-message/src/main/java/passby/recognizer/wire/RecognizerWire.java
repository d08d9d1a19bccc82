package passby.recognizer.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.picture.Box;
import passby.core.picture.CropCutter.Cut;
import passby.core.picture.FrameLimits;
import passby.core.picture.FrameRef;
import passby.core.picture.PlateMask.Masked;
import passby.core.picture.RejectReason;
import passby.core.recognition.Recognition;
import passby.core.recognition.UnreadPlate;

/**
 * Version 2 of the message (with colours and unread plates), both ways and for both ends. What one end writes the other reads back equal; anything else is a
 * {@link MalformedMessage}. Thread-safe.
 *
 * <p>Requests: {@code {"v":2,"op":"read","bucket":"b","key":"k"}} and the same with {@code "op":"crop"} and {@code
 * "boxes":[{"left":..,"top":..,"width":..,"height":..}]}; to mask a crop {@code "op":"mask"}, {@code "jpeg"} in base64 and
 * {@code "boxes"}. Answers carry {@code v} and {@code kind}: {@code plates}, {@code no-plate}, {@code crops}, {@code
 * masked}, {@code rejected}, {@code gone}, {@code unavailable}.
 */
public final class RecognizerWire {
    private static final int MAX_NAME = 1024;
    private static final int VERSION = 2;

    private final MessageJson json = new MessageJson();

    public byte[] encode(RecognizerRequest request) {
        return switch (request) {
            case RecognizerRequest.Read(var frame) -> json.write(request("read", frame));
            case RecognizerRequest.Crop(var frame, var boxes) -> {
                var message = request("crop", frame);
                message.put("boxes", boxes.stream().map(ReadingWire::box).toList());
                yield json.write(message);
            }
            case RecognizerRequest.Mask(var picture, var parts) ->
                json.write(MessageJson.object(
                        "v",
                        VERSION,
                        "op",
                        "mask",
                        "jpeg",
                        ReadingWire.jpeg(picture),
                        "boxes",
                        parts.stream().map(ReadingWire::box).toList()));
        };
    }

    private static Map<String, @Nullable Object> request(String op, FrameRef frame) {
        return MessageJson.object("v", VERSION, "op", op, "bucket", frame.bucket(), "key", frame.key());
    }

    public RecognizerRequest decodeRequest(byte[] bytes) {
        var message = json.parse(bytes);
        return switch (code(message, "op")) {
            case "read" -> new RecognizerRequest.Read(frame(fields(message, "v", "op", "bucket", "key")));
            case "crop" -> {
                var fields = fields(message, "v", "op", "bucket", "key", "boxes");
                yield new RecognizerRequest.Crop(frame(fields), boxes(fields));
            }
            case "mask" -> {
                var fields = fields(message, "v", "op", "jpeg", "boxes");
                yield new RecognizerRequest.Mask(ReadingWire.jpeg(fields), boxes(fields));
            }
            default -> throw new MalformedMessage("op must be read, crop or mask");
        };
    }

    private static List<Box> boxes(Fields fields) {
        var boxes = fields.list("boxes", FrameLimits.MAX_PLATES, ReadingWire::box);
        if (boxes.isEmpty()) {
            throw new MalformedMessage("boxes must not be empty");
        }
        return boxes;
    }

    private static FrameRef frame(Fields fields) {
        return new FrameRef(fields.text("bucket", MAX_NAME), fields.text("key", MAX_NAME));
    }

    public byte[] encode(Recognition answer) {
        return json.write(
                switch (answer) {
                    case Recognition.Plates(var engine, var plates, var unread) -> {
                        var message = answer("plates");
                        message.put("engine", ReadingWire.engine(engine));
                        message.put(
                                "plates",
                                plates.stream().map(ReadingWire::reading).toList());
                        message.put("unread", ReadingWire.unread(unread));
                        yield message;
                    }
                    case Recognition.NoPlate(var engine, var unread) -> {
                        var message = answer("no-plate");
                        message.put("engine", ReadingWire.engine(engine));
                        message.put("unread", ReadingWire.unread(unread));
                        yield message;
                    }
                    case Recognition.Rejected(var reason) -> rejected(reason);
                    case Recognition.Gone _ -> answer("gone");
                    case Recognition.Unavailable(var why) -> unavailable(why);
                });
    }

    public Recognition decodeRecognition(byte[] bytes) {
        var message = json.parse(bytes);
        return valid(() -> switch (code(message, "kind")) {
            case "plates" -> {
                var fields = fields(message, "v", "kind", "engine", "plates", "unread");
                var plates = fields.list("plates", FrameLimits.MAX_PLATES, ReadingWire::reading);
                yield new Recognition.Plates(ReadingWire.engine(fields.value("engine")), plates, unread(fields));
            }
            case "no-plate" -> {
                var fields = fields(message, "v", "kind", "engine", "unread");
                yield new Recognition.NoPlate(ReadingWire.engine(fields.value("engine")), unread(fields));
            }
            case "rejected" -> new Recognition.Rejected(reason(message));
            case "gone" -> {
                fields(message, "v", "kind");
                yield new Recognition.Gone();
            }
            case "unavailable" -> new Recognition.Unavailable(why(message));
            default -> throw new MalformedMessage("kind is not one of a recognition");
        });
    }

    private static List<UnreadPlate> unread(Fields fields) {
        return fields.list("unread", UnreadPlate.MAX, ReadingWire::unread);
    }

    public byte[] encode(Cut cut) {
        return json.write(
                switch (cut) {
                    case Cut.Done(var crops) -> {
                        var message = answer("crops");
                        message.put(
                                "crops", crops.stream().map(ReadingWire::crops).toList());
                        yield message;
                    }
                    case Cut.Rejected(var reason) -> rejected(reason);
                    case Cut.Gone _ -> answer("gone");
                    case Cut.Unavailable(var why) -> unavailable(why);
                });
    }

    public Cut decodeCut(byte[] bytes) {
        var message = json.parse(bytes);
        return valid(() -> switch (code(message, "kind")) {
            case "crops" ->
                new Cut.Done(fields(message, "v", "kind", "crops")
                        .list("crops", FrameLimits.MAX_PLATES, ReadingWire::crops));
            case "rejected" -> new Cut.Rejected(reason(message));
            case "gone" -> {
                fields(message, "v", "kind");
                yield new Cut.Gone();
            }
            case "unavailable" -> new Cut.Unavailable(why(message));
            default -> throw new MalformedMessage("kind is not one of a cut");
        });
    }

    public byte[] encode(Masked masked) {
        return json.write(
                switch (masked) {
                    case Masked.Done(var picture) -> {
                        var message = answer("masked");
                        message.put("jpeg", ReadingWire.jpeg(picture));
                        yield message;
                    }
                    case Masked.Rejected(var reason) -> rejected(reason);
                    case Masked.Unavailable(var why) -> unavailable(why);
                });
    }

    public Masked decodeMasked(byte[] bytes) {
        var message = json.parse(bytes);
        return valid(() -> switch (code(message, "kind")) {
            case "masked" -> new Masked.Done(ReadingWire.jpeg(fields(message, "v", "kind", "jpeg")));
            case "rejected" -> new Masked.Rejected(reason(message));
            case "unavailable" -> new Masked.Unavailable(why(message));
            default -> throw new MalformedMessage("kind is not one of a masking");
        });
    }

    private static Map<String, @Nullable Object> answer(String kind) {
        return MessageJson.object("v", VERSION, "kind", kind);
    }

    private static Map<String, @Nullable Object> rejected(RejectReason reason) {
        var message = answer("rejected");
        message.put("reason", reason.name());
        return message;
    }

    private static Map<String, @Nullable Object> unavailable(String why) {
        var message = answer("unavailable");
        message.put("why", why);
        return message;
    }

    /** Which of several messages it is; a member of another type or none is none of them. */
    private static String code(@Nullable Object message, String name) {
        return message instanceof Map<?, ?> members && members.get(name) instanceof String code ? code : "";
    }

    private static RejectReason reason(@Nullable Object message) {
        return ReadingWire.reason(fields(message, "v", "kind", "reason").text("reason", 40));
    }

    private static String why(@Nullable Object message) {
        return fields(message, "v", "kind", "why").text("why", 1000);
    }

    private static Fields fields(@Nullable Object message, String... names) {
        var fields = new Fields(message, names);
        if (!Integer.valueOf(VERSION).equals(fields.value("v"))) {
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
}
