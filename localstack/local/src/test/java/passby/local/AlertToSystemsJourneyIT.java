package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import passby.aws.api.Queue;
import passby.core.hit.Alert;
import passby.core.hotlist.Category;
import passby.local.engine.Delivered;
import passby.local.springfield.Springfield;

/** A listed plate passes a camera, and the city's own systems hear of it: by its webhook, and in the queue of its dispatch. */
@ExtendWith(SharedCity.class)
class AlertToSystemsJourneyIT {
    private static final String PLATE = "WEB7702";

    @Test
    void aListedPlateThatPassesReachesTheWebhookSignedAndTheQueueOfDispatch(TestCity city) throws Exception {
        var manager = city.person("manager-osei");
        var webhook = city.city().api() + "/stand-in/webhook";
        var made = manager.post(
                        "/v1/subscriptions", Map.of("webhook", webhook, "categories", List.of(), "zones", List.of()))
                .is(201);
        var id = made.path("subscriptionId").asText();
        assertThat(made.path("signingSecret").asText()).startsWith("whsec_");
        var code = calls(city, id).getFirst().text().replaceFirst("^.*\"code\":\"([0-9]{8})\".*$", "$1");
        manager.post("/v1/subscriptions/" + id + "/confirmation", Map.of("code", code))
                .is(200);
        var entry = Springfield.entry(
                PLATE, "CA", Category.STOLEN_VEHICLE, city.clock().instant());
        city.officer().post("/v1/hot-list-entries", entry).is(201);

        city.happenings().end(city.send(SpellingRecognizer.frame(PLATE + "/CA")));

        Patience.until("the alert in the webhook", () -> calls(city, id).size() == 2);
        var alert = calls(city, id).getLast().text();
        assertThat(alert)
                .contains("\"category\":\"stolen-vehicle\"", Alert.TEXT)
                .doesNotContain(PLATE, "http");
        var hitId = alert.replaceFirst("^.*\"hitId\":\"([a-z2-7]{52})\".*$", "$1");
        assertThat(dispatched(city)).noneMatch(text -> text.contains(PLATE)).anyMatch(text -> text.contains(hitId));
        manager.send("DELETE", "/v1/subscriptions/" + id, "", new byte[0]).is(200);
    }

    private static List<Delivered> calls(TestCity city, String subscriptionId) {
        return city.happenings().texts().stream()
                .filter(message -> message.address().equals(subscriptionId))
                .toList();
    }

    /** All that waits for dispatch, as its system would fetch it; in a city that other journeys share, theirs too. */
    private static List<String> dispatched(TestCity city) {
        var engines = city.city().engines();
        var queue = engines.queue(Queue.CAD.code()).url();
        var bodies = new ArrayList<String>();
        for (var more = true; more; ) {
            var messages = engines.clients()
                    .sqs()
                    .receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10))
                    .messages();
            messages.forEach(message -> bodies.add(message.body()));
            more = !messages.isEmpty();
        }
        return bodies;
    }
}
