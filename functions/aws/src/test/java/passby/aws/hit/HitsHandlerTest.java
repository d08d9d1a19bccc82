package passby.aws.hit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.Reply;
import passby.core.hit.Alert;
import passby.core.hit.Hit;
import passby.core.hotlist.Match;
import passby.core.hotlist.MatchType;
import passby.core.ledger.EntryType;
import passby.core.people.Role;
import passby.core.plate.Plate;
import passby.core.testing.AHotListEntry;
import passby.core.testing.TestData;

final class HitsHandlerTest {
    private final EdgeCity city = new EdgeCity();
    private final String path = "/v1/hits/" + city.hit().hitId().value();

    @Test
    void aHitShowsReadAndEntrySideBySide() {
        var hit = city.asOperator(Call.get(path)).json();

        assertThat(hit.path("state").asText()).isEqualTo("alerted");
        assertThat(hit.path("shortCode").asText())
                .isEqualTo(city.hit().hitId().value().substring(0, 6));
        assertThat(hit.path("text").asText()).isEqualTo(Alert.TEXT);
        assertThat(hit.at("/sighting/plate").asText()).isEqualTo(EdgeCity.PLATE);
        assertThat(hit.at("/sighting/state/code").asText()).isEqualTo("CA");
        assertThat(hit.at("/entries/0/recordId").asText()).isEqualTo(EdgeCity.RECORD);
        assertThat(hit.at("/entries/0/foldedCharacters")).isEmpty();
        assertThat(hit.at("/pictures/vehicle").asText()).isEqualTo(path + "/pictures/vehicle");
    }

    @Test
    void charactersThatAgreeOnlyByTheirFoldArePointedAt() {
        var folded = new Match(
                AHotListEntry.of(EdgeCity.RECORD, "3P5B0O1").build(),
                new Plate("3PSB001"),
                MatchType.OCR_EQUIVALENT,
                false);

        var json = HitJson.of(with(List.of(folded))).string();

        assertThat(json).contains("\"foldedCharacters\":[2,5]");
    }

    @Test
    void openHitsAreListed() {
        var hits = city.asOperator(Call.get("/v1/hits")).json().path("hits");

        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).path("hitId").asText())
                .isEqualTo(city.hit().hitId().value());
    }

    @Test
    void aPictureCarriesItsReaderAndEntryInItself() {
        var reply = city.asOperator(Call.get(path + "/pictures/plate"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("image/jpeg");
        assertThat(reply.base64()).isTrue();
        assertThat(reply.header("Passby-Reader")).isEqualTo(EdgeCity.OPERATOR);
        assertThat(new String(Base64.getDecoder().decode(reply.body()), StandardCharsets.ISO_8859_1))
                .contains("reader=" + EdgeCity.OPERATOR + " entry=" + reply.header("Passby-Entry"));
    }

    @Test
    void whoHasNotSeenThePictureCannotSayWhatIsOnIt() {
        var reply = step("{\"step\":\"image-matched\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("picture-not-seen");
        assertThat(reply.json().path("entryId").asText())
                .isEqualTo(
                        city.stores().ledger().lastRefusal(EntryType.HIT_STEP).entryId());
    }

    @Test
    void aPictureStreamedToOneOfficerIsNotSeenByAnother() {
        city.stores().people().put(TestData.person("officer-diaz", Role.OPERATOR));
        city.asOperator(Call.get(path + "/pictures/plate"));

        var call = Call.post(path + "/steps", "{\"step\":\"image-matched\"}");
        var reply = city.send(call.withToken(city.issuer().token("officer-diaz", city.now())));

        assertThat(reply.problem()).isEqualTo("picture-not-seen");
    }

    @Test
    void aHitIsRejectedWithAReasonAndThenClosed() {
        city.asOperator(Call.get(path + "/pictures/plate"));

        var rejected = step("{\"step\":\"rejected\",\"reason\":\"folded-character\"}");
        var again = step("{\"step\":\"image-matched\"}");

        assertThat(rejected.status()).isEqualTo(201);
        assertThat(rejected.json().path("state").asText()).isEqualTo("rejected");
        assertThat(rejected.json().path("steps").findValuesAsText("state")).containsExactly("viewed", "rejected");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("state").asText()).isEqualTo("rejected");
    }

    @Test
    void aRejectionNeedsItsReason() {
        city.asOperator(Call.get(path + "/pictures/plate"));

        JsonNode problems = step("{\"step\":\"rejected\"}").json().path("problems");

        assertThat(problems.findValuesAsText("field")).containsExactly("reason");
    }

    @Test
    void whatIsNoHitOrNoPictureIsNotFound() {
        assertThat(city.asOperator(Call.get("/v1/hits/" + "a".repeat(52))).status())
                .isEqualTo(404);
        assertThat(city.asOperator(Call.get("/v1/hits/EXACT")).status()).isEqualTo(404);
        assertThat(city.asOperator(Call.get(path + "/pictures/frame")).status()).isEqualTo(404);
        assertThat(city.asOperator(Call.post("/v1/hits/" + "a".repeat(52) + "/steps", "{\"step\":\"image-matched\"}"))
                        .status())
                .isEqualTo(404);
    }

    private Reply step(String json) {
        return city.asOperator(Call.post(path + "/steps", json));
    }

    private Hit with(List<Match> matches) {
        var hit = city.hit();
        return new Hit(
                hit.hitId(),
                hit.passId(),
                hit.plateKey(),
                hit.sighting(),
                matches,
                hit.cautions(),
                hit.raisedAt(),
                hit.expiresAt(),
                hit.steps());
    }
}
