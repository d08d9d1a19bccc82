package passby.recognizer.wire;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.picture.Box;
import passby.core.picture.Crop;
import passby.core.picture.Crops;
import passby.core.picture.FrameLimits;
import passby.core.picture.Jpeg;
import passby.core.picture.RejectReason;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.plate.VehicleColour;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;
import passby.core.recognition.UnreadPlate;

/** The parts of an answer as JSON and back. */
final class ReadingWire {
    private static final int MAX_NAME = 100;
    private static final int MAX_CROP_TEXT = FrameLimits.MAX_CROP_BYTES * 4 / 3 + 4;

    private ReadingWire() {}

    static Map<String, @Nullable Object> engine(Engine engine) {
        return MessageJson.object("name", engine.name(), "version", engine.version());
    }

    static Engine engine(@Nullable Object value) {
        var fields = new Fields(value, "name", "version");
        return new Engine(fields.text("name", MAX_NAME), fields.text("version", MAX_NAME));
    }

    static Map<String, @Nullable Object> box(Box box) {
        return MessageJson.object("left", box.left(), "top", box.top(), "width", box.width(), "height", box.height());
    }

    static Box box(@Nullable Object value) {
        var fields = new Fields(value, "left", "top", "width", "height");
        try {
            return new Box(
                    fields.number("left"), fields.number("top"), fields.number("width"), fields.number("height"));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("a box lies inside the frame");
        }
    }

    static Map<String, @Nullable Object> reading(PlateReading reading) {
        var candidates =
                reading.candidates().stream().map(ReadingWire::candidate).toList();
        return MessageJson.object(
                "box", box(reading.box()),
                "candidates", candidates,
                "state", state(reading.state()),
                "colour", colour(reading.colour()),
                "crops", crops(reading.crops()));
    }

    static PlateReading reading(@Nullable Object value) {
        var fields = new Fields(value, "box", "candidates", "state", "colour", "crops");
        return new PlateReading(
                box(fields.value("box")),
                fields.list("candidates", PlateReading.MAX_CANDIDATES, ReadingWire::candidate),
                state(fields.value("state")),
                colour(fields.value("colour")),
                crops(fields.value("crops")));
    }

    private static Map<String, @Nullable Object> candidate(Candidate candidate) {
        return MessageJson.object(
                "plate", candidate.plate().raw(),
                "confidence", candidate.confidence().value(),
                "characters",
                        candidate.characters().stream().map(Confidence::value).toList());
    }

    private static Candidate candidate(@Nullable Object value) {
        var fields = new Fields(value, "plate", "confidence", "characters");
        return new Candidate(
                new Plate(fields.text("plate", Plate.MAX_LENGTH)),
                new Confidence(fields.number("confidence")),
                fields.list("characters", Plate.MAX_LENGTH, ReadingWire::confidence));
    }

    private static Confidence confidence(@Nullable Object value) {
        if (value instanceof Number number) {
            return new Confidence(number.doubleValue());
        }
        throw new MalformedMessage("a confidence must be a number");
    }

    private static @Nullable Map<String, @Nullable Object> state(IssuingState state) {
        return switch (state) {
            case IssuingState.Issued(var code, var confidence) ->
                MessageJson.object("code", code, "confidence", confidence.value());
            case IssuingState.Unknown _ -> null;
        };
    }

    private static IssuingState state(@Nullable Object value) {
        if (value == null) {
            return IssuingState.UNKNOWN;
        }
        var fields = new Fields(value, "code", "confidence");
        return new IssuingState.Issued(fields.text("code", 2), new Confidence(fields.number("confidence")));
    }

    private static @Nullable Map<String, @Nullable Object> colour(VehicleColour colour) {
        return switch (colour) {
            case VehicleColour.Seen(var name, var confidence) ->
                MessageJson.object("name", name.name(), "confidence", confidence.value());
            case VehicleColour.Unknown _ -> null;
        };
    }

    private static VehicleColour colour(@Nullable Object value) {
        if (value == null) {
            return VehicleColour.UNKNOWN;
        }
        var fields = new Fields(value, "name", "confidence");
        var name = constant(VehicleColour.Name.values(), fields.text("name", MAX_NAME));
        return new VehicleColour.Seen(name, new Confidence(fields.number("confidence")));
    }

    static List<@Nullable Object> unread(List<UnreadPlate> plates) {
        return plates.stream()
                .<@Nullable Object>map(plate -> MessageJson.object(
                        "box", box(plate.box()), "reason", plate.reason().name()))
                .toList();
    }

    static UnreadPlate unread(@Nullable Object value) {
        var fields = new Fields(value, "box", "reason");
        return new UnreadPlate(
                box(fields.value("box")), constant(UnreadPlate.Reason.values(), fields.text("reason", MAX_NAME)));
    }

    static Map<String, @Nullable Object> crops(Crops crops) {
        return MessageJson.object("plate", crop(crops.plate()), "vehicle", crop(crops.vehicle()));
    }

    static Crops crops(@Nullable Object value) {
        var fields = new Fields(value, "plate", "vehicle");
        return new Crops(crop(fields.value("plate")), crop(fields.value("vehicle")));
    }

    private static Map<String, @Nullable Object> crop(Crop crop) {
        return MessageJson.object("box", box(crop.box()), "jpeg", jpeg(crop.picture()));
    }

    private static Crop crop(@Nullable Object value) {
        var fields = new Fields(value, "box", "jpeg");
        return new Crop(box(fields.value("box")), jpeg(fields));
    }

    static String jpeg(Jpeg picture) {
        return Base64.getEncoder().encodeToString(picture.bytes());
    }

    static Jpeg jpeg(Fields fields) {
        try {
            return new Jpeg(Base64.getDecoder().decode(fields.text("jpeg", MAX_CROP_TEXT)));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("jpeg must be base64");
        }
    }

    static RejectReason reason(String name) {
        return constant(RejectReason.values(), name);
    }

    private static <E extends Enum<E>> E constant(E[] known, String name) {
        return Arrays.stream(known)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedMessage("a name is not one that we know"));
    }
}
