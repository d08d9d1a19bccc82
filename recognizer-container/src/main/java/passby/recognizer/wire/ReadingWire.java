package passby.recognizer.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Base64;
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
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;

/** The parts of an answer as JSON and back. */
final class ReadingWire {
    private static final int MAX_NAME = 100;
    private static final int MAX_CROP_TEXT = FrameLimits.MAX_CROP_BYTES * 4 / 3 + 4;

    private final ObjectMapper json;

    ReadingWire(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode engine(Engine engine) {
        return json.createObjectNode().put("name", engine.name()).put("version", engine.version());
    }

    Engine engine(JsonNode node) {
        var fields = new Fields(node, "name", "version");
        return new Engine(fields.text("name", MAX_NAME), fields.text("version", MAX_NAME));
    }

    ObjectNode box(Box box) {
        return json.createObjectNode()
                .put("left", box.left())
                .put("top", box.top())
                .put("width", box.width())
                .put("height", box.height());
    }

    Box box(JsonNode node) {
        var fields = new Fields(node, "left", "top", "width", "height");
        try {
            return new Box(
                    fields.number("left"), fields.number("top"), fields.number("width"), fields.number("height"));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("a box lies inside the frame");
        }
    }

    ObjectNode reading(PlateReading reading) {
        var node = json.createObjectNode();
        node.set("box", box(reading.box()));
        var candidates = node.putArray("candidates");
        reading.candidates().forEach(candidate -> candidates.add(candidate(candidate)));
        switch (reading.state()) {
            case IssuingState.Issued(var code, var confidence) ->
                node.putObject("state").put("code", code).put("confidence", confidence.value());
            case IssuingState.Unknown _ -> node.putNull("state");
        }
        node.set("crops", crops(reading.crops()));
        return node;
    }

    PlateReading reading(JsonNode node) {
        var fields = new Fields(node, "box", "candidates", "state", "crops");
        return new PlateReading(
                box(fields.node("box")),
                fields.list("candidates", PlateReading.MAX_CANDIDATES, this::candidate),
                state(fields.node("state")),
                crops(fields.node("crops")));
    }

    private ObjectNode candidate(Candidate candidate) {
        var node = json.createObjectNode()
                .put("plate", candidate.plate().raw())
                .put("confidence", candidate.confidence().value());
        var characters = node.putArray("characters");
        candidate.characters().forEach(character -> characters.add(character.value()));
        return node;
    }

    private Candidate candidate(JsonNode node) {
        var fields = new Fields(node, "plate", "confidence", "characters");
        return new Candidate(
                new Plate(fields.text("plate", Plate.MAX_LENGTH)),
                new Confidence(fields.number("confidence")),
                fields.list("characters", Plate.MAX_LENGTH, ReadingWire::confidence));
    }

    private static Confidence confidence(JsonNode node) {
        if (!node.isNumber()) {
            throw new MalformedMessage("a confidence must be a number");
        }
        return new Confidence(node.doubleValue());
    }

    private static IssuingState state(JsonNode node) {
        if (node.isNull()) {
            return IssuingState.UNKNOWN;
        }
        var fields = new Fields(node, "code", "confidence");
        return new IssuingState.Issued(fields.text("code", 2), new Confidence(fields.number("confidence")));
    }

    ObjectNode crops(Crops crops) {
        var node = json.createObjectNode();
        node.set("plate", crop(crops.plate()));
        node.set("vehicle", crop(crops.vehicle()));
        return node;
    }

    Crops crops(JsonNode node) {
        var fields = new Fields(node, "plate", "vehicle");
        return new Crops(crop(fields.node("plate")), crop(fields.node("vehicle")));
    }

    private ObjectNode crop(Crop crop) {
        var node = json.createObjectNode();
        node.set("box", box(crop.box()));
        return node.put(
                "jpeg", Base64.getEncoder().encodeToString(crop.picture().bytes()));
    }

    private Crop crop(JsonNode node) {
        var fields = new Fields(node, "box", "jpeg");
        try {
            var jpeg = new Jpeg(Base64.getDecoder().decode(fields.text("jpeg", MAX_CROP_TEXT)));
            return new Crop(box(fields.node("box")), jpeg);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("jpeg must be base64");
        }
    }

    static RejectReason reason(String name) {
        return Arrays.stream(RejectReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedMessage("reason is not one that we know"));
    }
}
