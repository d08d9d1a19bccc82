package passby.local.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the OpenALPR agent and Rekor Scout post to an HTTP server: {@code alpr_group} for a vehicle's passage, {@code
 * alpr_results} for a single frame. Confidences are percentages, times are milliseconds. (OpenALPR documentation, "OpenALPR
 * Agent", JSON of groups and heartbeats)
 */
final class OpenAlpr implements Shape {
    private static final String NAME = "openalpr";
    private static final int WHOLE = 100;

    @Override
    public boolean isOf(JsonNode message) {
        return message.path("data_type").isTextual();
    }

    @Override
    public Webhook parse(JsonNode message) {
        return switch (message.path("data_type").asText()) {
            case "alpr_group" -> group(message);
            case "alpr_results" -> results(message);
            // An alert repeats its group, by a list that is not the city's.
            case "heartbeat", "alpr_alert", "vehicle" -> new Webhook.Nothing();
            default -> throw new Webhook.Malformed("This kind of OpenALPR message is not known.");
        };
    }

    private static Webhook group(JsonNode group) {
        var best = new Webhook.Text(
                Values.plate(group.path("best_plate_number")), Values.confidence(group.path("best_confidence"), WHOLE));
        return new Webhook.Seen(
                Values.camera(group.path("camera_id")),
                Values.epochMillis(group.path("epoch_start")),
                Values.pass(Values.text(group.path("best_uuid"))),
                engine(group),
                List.of(plate(
                        best,
                        group.path("candidates"),
                        group.path("best_region"),
                        group.path("best_region_confidence"))),
                Values.picture(group.path("vehicle_crop_jpeg")));
    }

    private static Webhook results(JsonNode frame) {
        var plates = new ArrayList<Webhook.SeenPlate>();
        for (var result : frame.path("results")) {
            var best = new Webhook.Text(
                    Values.plate(result.path("plate")), Values.confidence(result.path("confidence"), WHOLE));
            plates.add(plate(best, result.path("candidates"), result.path("region"), result.path("region_confidence")));
        }
        return plates.isEmpty()
                ? new Webhook.Nothing()
                : new Webhook.Seen(
                        Values.camera(frame.path("camera_id")),
                        Values.epochMillis(frame.path("epoch_time")),
                        Values.pass(Values.text(frame.path("uuid"))),
                        engine(frame),
                        plates,
                        null);
    }

    private static Webhook.SeenPlate plate(
            Webhook.Text best, JsonNode candidates, JsonNode region, JsonNode confidence) {
        var state = Values.text(region).isEmpty() || Values.text(confidence).isEmpty()
                ? null
                : Values.state(region, Values.confidence(confidence, WHOLE));
        return new Webhook.SeenPlate(Values.texts(best, candidates, "confidence", WHOLE), state);
    }

    private static Webhook.Engine engine(JsonNode message) {
        return new Webhook.Engine(NAME, Values.version(message.path("agent_version")));
    }
}
