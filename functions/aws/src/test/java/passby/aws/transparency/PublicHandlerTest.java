package passby.aws.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.aws.api.OpenApi;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.core.feed.FileCode;
import passby.core.ledger.Count;
import passby.core.lists.ListSource;
import passby.core.lists.ListVersion;
import passby.core.people.Role;
import passby.core.testing.TestData;

final class PublicHandlerTest {
    private final EdgeCity city = new EdgeCity();

    @Test
    void anybodyMayAskWhetherTheCityAnswers() {
        var reply = city.send(Call.get("/v1/health"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"status\":\"up\",\"alerts\":\"UNREACHED\"}");
        assertThat(city.stores().counters().total(Count.HEALTH)).isEqualTo(1);
    }

    @Test
    void theHealthSaysReachedOnceASubscriptionWasSeen() {
        city.stores().watermarks().advance("alerts-reach-somebody", TestData.NOW);

        assertThat(city.send(Call.get("/v1/health")).body()).contains("\"alerts\":\"REACHED\"");
    }

    @Test
    void anybodyMaySeeWhoseListsAreTakenHowOldTheyAreAndWhatWasRefused() {
        var chief = new ListSource.Consent("chief-sato", Role.CHIEF, TestData.NOW, TestData.NOW);
        var manager = new ListSource.Consent("manager-ito", Role.PROGRAM_MANAGER, TestData.NOW, TestData.NOW);
        var version = new ListVersion(
                3,
                "ab".repeat(32),
                TestData.NOW.minus(Duration.ofHours(2)),
                40,
                "ncic/3",
                Map.of(FileCode.IMMIGRATION_VIOLATOR, 12L));
        city.stores().lists().put(source("ncic", chief, manager, version, Duration.ofHours(26)));
        city.stores().lists().put(source("state", chief, manager, version, Duration.ofHours(2)));
        city.stores().lists().put(source("waiting", chief, null, version, Duration.ofHours(26)));

        var reply = city.send(Call.get("/v1/public-lists"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .contains("\"source\":\"ncic\"", "\"alerting\":true", "{\"fileCode\":\"N\",\"rows\":12}")
                .contains("\"source\":\"state\",\"agency\":\"Made-up State Police\",\"alerting\":false")
                .doesNotContain("waiting", "chief-sato", "manager-ito");
        assertThat(city.stores().counters().total(Count.PUBLIC_FILE)).isEqualTo(1);
    }

    private static ListSource source(
            String name,
            ListSource.Consent proposal,
            ListSource.@Nullable Consent acceptance,
            ListVersion version,
            Duration maxAge) {
        return new ListSource(
                name, "Made-up State Police", "ncic", maxAge, null, proposal, acceptance, null, 3, version, null, 4);
    }

    @Test
    void anybodyMayReadHowToTalkToIt() {
        var reply = city.send(Call.get("/openapi.json"));

        assertThat(reply.body()).isEqualTo(OpenApi.document());
        assertThat(city.stores().counters().total(Count.PUBLIC_FILE)).isEqualTo(1);
    }
}
