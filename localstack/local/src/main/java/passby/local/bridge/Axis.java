package passby.local.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The push event of AXIS License Plate Verifier, and of applications that share its format: every value is a text, the picture
 * is {@code imageArray} in base64 or a part of its own. A vehicle is told as new, updated and lost; the last repeats what was
 * told. (Axis, VAPIX, "License plate verifier API", push events)
 */
final class Axis implements Shape {
    private static final String NAME = "axis-lpv";

    @Override
    public boolean isOf(JsonNode message) {
        return message.has("plateASCII") && message.has("capture_timestamp");
    }

    @Override
    public Webhook parse(JsonNode message) {
        return switch (message.path("carState").asText()) {
            case "new", "update" -> seen(message);
            case "lost" -> new Webhook.Nothing();
            default -> throw new Webhook.Malformed("This state of a vehicle is not known.");
        };
    }

    private static Webhook seen(JsonNode message) {
        var confidence = Values.confidence(message.path("plateConfidence"), 1);
        var text = new Webhook.Text(Values.plate(message.path("plateASCII")), confidence);
        var serial = message.path("camera_info").path("SerialNumber");
        var camera = Values.camera(Values.text(serial).isEmpty() ? message.path("sensorProviderID") : serial);
        return new Webhook.Seen(
                camera,
                Values.epochMillis(message.path("capture_timestamp")),
                Values.pass(camera + "_" + Values.text(message.path("carID"))),
                new Webhook.Engine(NAME, "unstated"),
                List.of(new Webhook.SeenPlate(List.of(text), Values.state(message.path("plateISO3166-2"), confidence))),
                Values.picture(message.path("imageArray")));
    }
}
