package passby.aws.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passby.aws.api.OpenApi;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.core.ledger.Count;

final class PublicHandlerTest {
    private final EdgeCity city = new EdgeCity();

    @Test
    void anybodyMayAskWhetherTheCityAnswers() {
        var reply = city.send(Call.get("/v1/health"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(city.stores().counters().total(Count.HEALTH)).isEqualTo(1);
    }

    @Test
    void anybodyMayReadHowToTalkToIt() {
        var reply = city.send(Call.get("/openapi.json"));

        assertThat(reply.body()).isEqualTo(OpenApi.document());
        assertThat(city.stores().counters().total(Count.PUBLIC_FILE)).isEqualTo(1);
    }
}
