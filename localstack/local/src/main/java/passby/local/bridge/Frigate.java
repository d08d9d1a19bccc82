package passby.local.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What Frigate publishes of a recognised plate, each message posted as it is: {@code frigate/tracked_object_update} of the type
 * {@code lpr}, and {@code frigate/events}, of which the last of a vehicle counts. Neither carries a picture. Times are seconds.
 * (Frigate documentation, "MQTT" and "License Plate Recognition")
 */
final class Frigate implements Shape {
    private static final String NAME = "frigate";

    @Override
    public boolean isOf(JsonNode message) {
        return message.path("type").isTextual()
                && (message.path("after").isObject() || message.path("id").isTextual());
    }

    @Override
    public Webhook parse(JsonNode message) {
        return switch (message.path("type").asText()) {
            case "lpr" -> seen(message, message.path("plate"), message.path("score"), message.path("timestamp"));
            case "end" -> ended(message.path("after"));
            case "new", "update", "description", "face", "classification" -> new Webhook.Nothing();
            default -> throw new Webhook.Malformed("This kind of Frigate message is not known.");
        };
    }

    private static Webhook ended(JsonNode vehicle) {
        var plate = vehicle.path("recognized_license_plate");
        return Values.text(plate).isEmpty()
                ? new Webhook.Nothing()
                : seen(vehicle, plate, vehicle.path("recognized_license_plate_score"), vehicle.path("frame_time"));
    }

    /** Frigate tells no state. */
    private static Webhook seen(JsonNode vehicle, JsonNode plate, JsonNode score, JsonNode seconds) {
        var text = new Webhook.Text(Values.plate(plate), Values.confidence(score, 1));
        return new Webhook.Seen(
                Values.camera(vehicle.path("camera")),
                Values.epochSeconds(seconds),
                Values.pass(Values.text(vehicle.path("id"))),
                new Webhook.Engine(NAME, "unstated"),
                List.of(new Webhook.SeenPlate(List.of(text), null)),
                null);
    }
}
