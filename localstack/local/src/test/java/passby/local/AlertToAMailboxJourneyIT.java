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

/** An officer subscribes a mailbox, a listed plate passes a camera, and the mailbox gets it: through the real queue. */
@ExtendWith(SharedCity.class)
class AlertToAMailboxJourneyIT {
    private static final String MAILBOX = "lopez@springfield.example";
    private static final String PLATE = "MAL7701";

    @Test
    void aListedPlateThatPassesReachesTheMailboxAndNamesNoPlate(TestCity city) throws Exception {
        var officer = city.officer();
        var id = officer.post(
                        "/v1/subscriptions", Map.of("email", MAILBOX, "categories", List.of(), "zones", List.of()))
                .is(201)
                .path("subscriptionId")
                .asText();
        var code = mails(city).getFirst().text().replaceFirst("^.*code is ([0-9]{8}).*$", "$1");
        var confirmed = officer.post("/v1/subscriptions/" + id + "/confirmation", Map.of("code", code))
                .is(200);
        assertThat(confirmed.path("emailHint").asText()).isEqualTo("l...@springfield.example");
        var entry = Springfield.entry(
                PLATE, "CA", Category.STOLEN_VEHICLE, city.clock().instant());
        officer.post("/v1/hot-list-entries", entry).is(201);

        city.happenings().end(city.send(SpellingRecognizer.frame(PLATE + "/CA")));

        Patience.until("the alert in the mailbox", () -> mails(city).size() == 2);
        assertThat(mails(city).getLast().text())
                .startsWith("Passby: stolen-vehicle, zone ")
                .contains(", code ", Alert.TEXT)
                .doesNotContain(PLATE, "http");
        officer.send("DELETE", "/v1/subscriptions/" + id, "", new byte[0]).is(200);
    }

    private static List<Delivered> mails(TestCity city) {
        return city.happenings().texts().stream()
                .filter(message ->
                        message.channel().equals("E-MAIL") && message.address().equals(MAILBOX))
                .toList();
    }
}
