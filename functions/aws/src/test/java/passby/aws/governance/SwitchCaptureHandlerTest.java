package passby.aws.governance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import passby.aws.stub.NoContext;
import passby.core.governance.SwitchCapture;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class SwitchCaptureHandlerTest {
    private final MutableClock clock = new MutableClock(TestData.NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final SwitchCaptureHandler handler = new SwitchCaptureHandler(new SwitchCapture(
            city.policyDocuments(),
            city.policyRequests(),
            new EntryFactory(clock, city.entropy()),
            new Ulids(clock, city.entropy()),
            clock));

    SwitchCaptureHandlerTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private String answer(String body) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(body.getBytes(UTF_8)), answer, new NoContext());
        return answer.toString(UTF_8);
    }

    @Test
    void offIsInForceAtOnceAndOnWaits() throws IOException {
        var off = answer("{\"capture\":\"off\",\"by\":\"admin-weber\",\"reason\":\"A camera was stolen\"}");
        var on = answer("{\"capture\":\"on\",\"by\":\"admin-weber\",\"reason\":\"Its key is replaced\"}");

        assertThat(off).isEqualTo("{\"capture\":\"off\",\"version\":2}");
        assertThat(on).startsWith("{\"capture\":\"off\",\"requestId\":\"");
    }

    @Test
    void whatIsNoRequestIsAnsweredWithAllItsProblems() throws IOException {
        assertThat(answer("{}")).contains("\"field\":\"capture\"", "\"field\":\"by\"", "\"field\":\"reason\"");
        assertThat(answer("off")).contains("\"code\":\"malformed\"");
    }
}
