package passby.local.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;

/**
 * The webhook of Plate Recognizer's Snapshot and Stream: {@code hook} and {@code data}, with the picture as a part of its own
 * where the hook is set to send it. Confidences are shares of one. (Plate Recognizer documentation, "Webhooks"; public
 * receivers of the maker: parkpow/deep-license-plate-recognition, webhooks)
 */
final class PlateRecognizer implements Shape {
    private static final String NAME = "platerecognizer";

    @Override
    public boolean isOf(JsonNode message) {
        return message.path("hook").isObject()
                && message.path("data").path("results").isArray();
    }

    @Override
    public Webhook parse(JsonNode message) {
        var data = message.path("data");
        var plates = new ArrayList<Webhook.SeenPlate>();
        for (var result : data.path("results")) {
            plates.add(plate(result));
        }
        if (plates.isEmpty()) {
            return new Webhook.Nothing();
        }
        var camera = Values.text(data.path("camera_id")).isEmpty()
                ? message.path("hook").path("id")
                : data.path("camera_id");
        return new Webhook.Seen(
                Values.camera(camera),
                Values.instant(data.path("timestamp")),
                Values.pass(Values.text(data.path("filename"))),
                new Webhook.Engine(NAME, Values.version(data.path("version"))),
                plates,
                null);
    }

    private static Webhook.SeenPlate plate(JsonNode result) {
        var best = new Webhook.Text(Values.plate(result.path("plate")), Values.confidence(result.path("score"), 1));
        var region = result.path("region");
        var state = region.path("code").isTextual()
                ? Values.state(region.path("code"), Values.confidence(region.path("score"), 1))
                : null;
        return new Webhook.SeenPlate(Values.texts(best, result.path("candidates"), "score", 1), state);
    }
}
