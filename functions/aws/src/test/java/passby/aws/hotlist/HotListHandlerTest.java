package passby.aws.hotlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.GoodCalls;
import passby.aws.testing.Reply;

final class HotListHandlerTest {
    private final EdgeCity city = new EdgeCity();

    @Test
    void anEntryIsShownAsItWasAddedWithTheInstantItDies() {
        var added = send("addHotListEntry");

        var shown = city.asOperator(
                Call.get("/v1/hot-list-entries/" + added.json().path("recordId").asText()));

        assertThat(added.status()).isEqualTo(201);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("plate").asText()).isEqualTo("4TST002");
        assertThat(shown.json().path("author").asText()).isEqualTo(EdgeCity.OPERATOR);
        assertThat(shown.json().path("diesAt").asText())
                .isEqualTo(city.now().plus(Duration.ofDays(1)).toString());
    }

    @Test
    void anEntryIsWithdrawnOnce() {
        var reply = send("withdrawHotListEntry");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("withdrawnAt").asText())
                .isEqualTo(city.now().toString());
        assertThat(send("withdrawHotListEntry").status()).isEqualTo(409);
    }

    @Test
    void anEntryThatIsNotThereIsNotFound() {
        assertThat(city.asOperator(Call.get("/v1/hot-list-entries/none")).status())
                .isEqualTo(404);
        assertThat(city.asOperator(Call.delete("/v1/hot-list-entries/none")).status())
                .isEqualTo(404);
    }

    @Test
    void anEntryWithoutAnythingIsToldAllThatItLacks() {
        var reply = city.asOperator(Call.post("/v1/hot-list-entries", "{\"plate\":\"not a plate!\"}"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("problems").findValuesAsText("field"))
                .contains("plate", "state", "category", "reason", "caseNumber", "effective", "expires");
    }

    @Test
    void aSuppressionIsListedWithItsOwnerAndThatItEndsSoonUntilItIsEnded() {
        var listed = city.asManager(Call.get("/v1/suppressions"));
        var ended = city.asManager(Call.delete("/v1/suppressions/" + EdgeCity.SUPPRESSION));

        var one = listed.json().path("suppressions").path(0);
        assertThat(one.path("owner").asText()).isEqualTo(EdgeCity.MANAGER);
        assertThat(one.path("endsSoon").asBoolean()).isTrue();
        assertThat(ended.json().path("expires").asText()).isEqualTo(city.now().toString());
        assertThat(city.asManager(Call.get("/v1/suppressions"))
                        .json()
                        .path("suppressions")
                        .isEmpty())
                .isTrue();
    }

    private Reply send(String operation) {
        return city.asOperator(GoodCalls.of(city).getOrDefault(operation, Call.get("/")));
    }
}
