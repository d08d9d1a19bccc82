package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import passby.core.hit.Alert;
import passby.core.hotlist.Category;
import passby.local.engine.Delivered;
import passby.local.springfield.Springfield;

/** A listed plate passes a camera, and the officer's browser alone can read the alert; once it is gone, it is forgotten. */
@ExtendWith(SharedCity.class)
class AlertToABrowserJourneyIT {
    private static final String PLATE = "PSH7702";
    private static final String NEXT = "PSH7703";

    @Test
    void aListedPlateThatPassesReachesTheBrowserUntilItIsGone(TestCity city) throws Exception {
        var key =
                city.officer().get("/v1/subscriptions").is(200).path("pushKey").asText();
        assertThat(key).matches("[A-Za-z0-9_-]{87}");
        var browser = installed(city);
        var made = city.officer()
                .post("/v1/subscriptions", Map.of("webPush", browser, "categories", List.of(), "zones", List.of()))
                .is(201);
        var id = made.path("subscriptionId").asText();
        assertThat(made.path("pushService").asText()).isEqualTo("127.0.0.1");
        var endpoint = URI.create(String.valueOf(browser.get("endpoint")));
        var name = endpoint.getPath().substring(endpoint.getPath().lastIndexOf('/') + 1);
        var code = pushed(city, name).getFirst().text().replaceFirst("^.*\"code\":\"([0-9]{8})\".*$", "$1");
        city.officer()
                .post("/v1/subscriptions/" + id + "/confirmation", Map.of("code", code))
                .is(200);

        pass(city, PLATE);

        Patience.until("the alert in the browser", () -> pushed(city, name).size() == 2);
        assertThat(pushed(city, name).getLast().text())
                .contains("\"type\":\"alert\"", "stolen-vehicle, zone ", Alert.TEXT)
                .doesNotContain(PLATE, "http");

        assertThat(call("DELETE", endpoint).statusCode()).isEqualTo(204);
        pass(city, NEXT);

        Patience.until("the end of its subscription", () -> isEnded(city, id));
        assertThat(pushed(city, name)).hasSize(2);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> installed(TestCity city) throws Exception {
        var answer = call("POST", URI.create(city.city().api() + "/stand-in/browsers"));
        assertThat(answer.statusCode()).isEqualTo(201);
        return new ObjectMapper().readValue(answer.body(), Map.class);
    }

    private static HttpResponse<String> call(String method, URI address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static boolean isEnded(TestCity city, String subscriptionId) {
        return city.city().wiring().alerts().subscriptions().of(Springfield.OFFICER).stream()
                .noneMatch(subscription -> subscription.subscriptionId().equals(subscriptionId)
                        && subscription.isLive(city.clock().instant()));
    }

    private static void pass(TestCity city, String plate) throws Exception {
        var entry = Springfield.entry(
                plate, "CA", Category.STOLEN_VEHICLE, city.clock().instant());
        city.officer().post("/v1/hot-list-entries", entry).is(201);
        city.happenings().end(city.send(SpellingRecognizer.frame(plate + "/CA")));
    }

    private static List<Delivered> pushed(TestCity city, String browser) {
        return city.happenings().texts().stream()
                .filter(message -> message.address().equals(browser))
                .toList();
    }
}
