package passby.aws.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.delivery.DeliveringCity.ALERT;
import static passby.core.testing.TestData.NOW;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.hit.AlertMessage;
import passby.core.delivery.Notice;
import passby.core.delivery.Sending;
import passby.core.delivery.Webhook;
import passby.core.delivery.WebhookSecret;
import passby.core.delivery.WebhookSignature;
import passby.core.delivery.WebhookUrl;
import passby.core.testing.MutableClock;

final class SignedWebhooksTest {
    private static final WebhookUrl URL = new WebhookUrl("https://dispatch.example.gov/passby");
    private static final WebhookSecret SECRET = new WebhookSecret("whsec_" + "A".repeat(43) + "=");
    private static final Notice NOTICE = new Notice.OfHit(ALERT);

    private record Call(URI address, Map<String, String> headers, String body) {}

    private final List<Call> calls = new ArrayList<>();
    private final MutableClock clock = new MutableClock(NOW);

    private Sending send(Outside outside, Notice notice) {
        return new SignedWebhooks(outside, clock).send("sub-1", new Webhook(URL, SECRET), notice);
    }

    private Outside answering(int status) {
        return (address, headers, body) -> {
            calls.add(new Call(address, headers, new String(body, StandardCharsets.UTF_8)));
            return status;
        };
    }

    private boolean isValid(Call call) {
        return WebhookSignature.isValid(
                SECRET.bytes(),
                String.valueOf(call.headers().get("webhook-id")),
                String.valueOf(call.headers().get("webhook-timestamp")),
                String.valueOf(call.headers().get("webhook-signature")),
                call.body().getBytes(StandardCharsets.UTF_8),
                clock.instant());
    }

    @Test
    void aReceiverCanCheckTheAlertAndSeesNoPlateInIt() {
        assertThat(send(answering(200), NOTICE)).isEqualTo(Sending.SENT);

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.address()).isEqualTo(URL.uri());
            assertThat(isValid(call)).isTrue();
            assertThat(AlertMessage.parse(call.body())).contains(ALERT);
            assertThat(call.body()).doesNotContain("plate\"", "http");
        });
    }

    @Test
    void aSecondTryHasTheSameIdAndASignatureOfItsOwnMoment() {
        send(answering(500), NOTICE);
        clock.advance(Duration.ofHours(1));
        send(answering(200), NOTICE);

        assertThat(calls)
                .extracting(call -> call.headers().get("webhook-id"))
                .containsOnly("hit-" + ALERT.hitId().value());
        assertThat(isValid(calls.getLast())).isTrue();
        assertThat(isValid(calls.getFirst())).isFalse();
    }

    @Test
    void theCodeThatConfirmsGoesTheSameWay() {
        assertThat(send(answering(204), new Notice.Confirmation("sub-1", "01234567")))
                .isEqualTo(Sending.SENT);

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(isValid(call)).isTrue();
            assertThat(call.body()).contains("\"code\":\"01234567\"");
        });
    }

    @Test
    void a500A301AndNoAnswerAreTriedAgainAndA410IsNot() {
        assertThat(send(answering(500), NOTICE)).isEqualTo(Sending.FAILED);
        assertThat(send(answering(301), NOTICE)).isEqualTo(Sending.FAILED);
        assertThat(send(answering(404), NOTICE)).isEqualTo(Sending.FAILED);
        assertThat(send(answering(410), NOTICE)).isEqualTo(Sending.REFUSED);
        assertThat(send(
                        (_, _, _) -> {
                            throw new IOException("no answer within 3 s");
                        },
                        NOTICE))
                .isEqualTo(Sending.FAILED);
    }
}
