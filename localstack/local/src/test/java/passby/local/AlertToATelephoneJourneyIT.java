package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import passby.core.hit.Alert;
import passby.core.hotlist.Category;
import passby.local.engine.Delivered;
import passby.local.springfield.Springfield;

/** An officer subscribes a telephone, a listed plate passes a camera, and the telephone shows it: through the real queue. */
@ExtendWith(SharedCity.class)
class AlertToATelephoneJourneyIT {
    private static final String NUMBER = "+15555550199";
    private static final String PLATE = "TEL7701";

    @Test
    void aListedPlateThatPassesIsOnTheTelephoneAndNamesNoPlate(TestCity city) throws Exception {
        var officer = city.officer();
        var id = officer.post(
                        "/v1/subscriptions", Map.of("number", NUMBER, "categories", List.of(), "zones", List.of()))
                .is(201)
                .path("subscriptionId")
                .asText();
        var code = texts(city).getFirst().text().replaceFirst("^.*code is ([0-9]{8}).*$", "$1");
        officer.post("/v1/subscriptions/" + id + "/confirmation", Map.of("code", code))
                .is(200);
        var entry = Springfield.entry(
                PLATE, "CA", Category.STOLEN_VEHICLE, city.clock().instant());
        officer.post("/v1/hot-list-entries", entry).is(201);

        city.happenings().end(city.send(SpellingRecognizer.frame(PLATE + "/CA")));

        Patience.until("the alert on the telephone", () -> texts(city).size() == 2);
        assertThat(texts(city).getLast().text())
                .startsWith("Passby: stolen-vehicle, zone ")
                .contains(", code ", Alert.SHORT_TEXT)
                .doesNotContain(PLATE, "http");
        officer.send("DELETE", "/v1/subscriptions/" + id, "", new byte[0]).is(200);
    }

    private static List<Delivered> texts(TestCity city) {
        return city.happenings().texts().stream()
                .filter(message -> message.address().equals(NUMBER))
                .toList();
    }
}
