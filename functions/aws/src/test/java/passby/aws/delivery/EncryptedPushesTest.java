package passby.aws.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.core.delivery.DeliveringCity;
import passby.core.delivery.Notice;
import passby.core.delivery.PushTokens;
import passby.core.delivery.Sending;
import passby.core.delivery.TestBrowser;
import passby.core.hit.Alert;
import passby.core.testing.CountingEntropy;
import passby.core.testing.MutableClock;

final class EncryptedPushesTest {
    private static final Notice ALERT = new Notice.OfHit(DeliveringCity.ALERT);

    private record Call(URI address, Map<String, String> headers) {}

    private final List<Call> calls = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final TestBrowser browser = new TestBrowser();

    private Sending send(Outside outside, Notice notice) {
        return pushes(outside).send(browser.browser(), notice);
    }

    private static EncryptedPushes pushes(Outside outside) {
        var tokens = new PushTokens(new TestBrowser.City(), "https://issuer.example/city", new MutableClock(NOW));
        return new EncryptedPushes(outside, tokens, new CountingEntropy(3));
    }

    private Outside answering(int status) {
        return (address, headers, body) -> {
            calls.add(new Call(address, headers));
            bodies.add(body);
            return status;
        };
    }

    @Test
    void onlyTheBrowserReadsTheAlertAndItsServiceLearnsTheUrgency() {
        assertThat(send(answering(201), ALERT)).isEqualTo(Sending.SENT);

        var call = calls.getFirst();
        assertThat(call.address()).isEqualTo(URI.create(TestBrowser.ENDPOINT));
        assertThat(call.headers())
                .containsEntry("Content-Encoding", "aes128gcm")
                .containsEntry("TTL", "900")
                .containsEntry("Urgency", "high")
                .hasEntrySatisfying("Authorization", value -> assertThat(value).startsWith("vapid t="));
        assertThat(browser.read(bodies.getFirst()))
                .isEqualTo("{\"v\":1,\"type\":\"alert\",\"title\":\"Passby\","
                        + "\"body\":\"stolen-vehicle, zone north, code abcdef. " + Alert.TEXT
                        + "\",\"tag\":\"hit-" + DeliveringCity.ALERT.hitId().value() + "\",\"hitId\":\""
                        + DeliveringCity.ALERT.hitId().value() + "\"}");
    }

    @Test
    void theCodeAndTheEndOfAnEntryAreSentToo() {
        send(answering(201), new Notice.Confirmation("sub-1", "01234567"));
        send(answering(201), new Notice.EntryEnds("01JQ0000000000000000000001", false, Duration.ofHours(6)));

        assertThat(browser.read(bodies.getFirst()))
                .contains("\"type\":\"confirmation\"", "\"subscriptionId\":\"sub-1\"", "\"code\":\"01234567\"");
        assertThat(calls.getFirst().headers()).containsEntry("TTL", "900").containsEntry("Urgency", "normal");
        assertThat(browser.read(bodies.getLast())).contains("ends in 6 h, because nobody has approved it.");
        assertThat(calls.getLast().headers()).containsEntry("TTL", "21600");
    }

    @Test
    void noTwoMessagesShareAKeyOrASalt() {
        var pushes = pushes(answering(201));
        pushes.send(browser.browser(), ALERT);
        pushes.send(browser.browser(), ALERT);

        assertThat(bodies.getFirst()).isNotEqualTo(bodies.getLast());
    }

    @ParameterizedTest
    @CsvSource({
        "200, SENT",
        "201, SENT",
        "202, SENT",
        "301, FAILED",
        "400, FAILED",
        "401, FAILED",
        "403, FAILED",
        "404, GONE",
        "410, GONE",
        "413, FAILED",
        "429, FAILED",
        "500, FAILED",
        "503, FAILED"
    })
    void whatAServiceAnswersDecidesWhetherToTryAgain(int status, Sending sending) {
        assertThat(send(answering(status), ALERT)).isEqualTo(sending);
    }

    @Test
    void aServiceThatNeverAnswersIsTriedAgain() {
        assertThat(send(
                        (_, _, _) -> {
                            throw new IOException("no answer");
                        },
                        ALERT))
                .isEqualTo(Sending.FAILED);
    }
}
