package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class WebhookSignatureTest {
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static boolean isValid(String id, String seconds, String signature, byte[] body, Instant now) {
        return WebhookSignature.isValid(SECRET, id, seconds, signature, body, now);
    }

    /** The example that the specification's own libraries test with. */
    @Test
    void aSignatureIsThatOfStandardWebhooks() {
        assertThat(WebhookSignature.sign(SECRET, ID, AT, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aReceiverTakesAFreshCallAndNoOlderOrLaterOne() {
        var signature = WebhookSignature.sign(SECRET, ID, AT, BODY);
        var fresh = WebhookSignature.FRESH;

        assertThat(isValid(ID, "1614265330", signature, BODY, AT.plus(fresh))).isTrue();
        assertThat(isValid(ID, "1614265330", signature, BODY, AT.plus(fresh).plusSeconds(1)))
                .isFalse();
        assertThat(isValid(ID, "1614265330", signature, BODY, AT.minus(fresh).minusSeconds(1)))
                .isFalse();
    }

    @Test
    void aChangedIdSecondBodyOrSignatureIsRefused() {
        var signature = WebhookSignature.sign(SECRET, ID, AT, BODY);

        assertThat(isValid("msg_other", "1614265330", signature, BODY, AT)).isFalse();
        assertThat(isValid(ID, "1614265331", signature, BODY, AT)).isFalse();
        assertThat(isValid(ID, "soon", signature, BODY, AT)).isFalse();
        assertThat(isValid(ID, "1614265330", signature, new byte[] {1}, AT)).isFalse();
        assertThat(isValid(ID, "1614265330", "v1,AAAA", BODY, AT)).isFalse();
        assertThat(isValid(ID, "1614265330", "", BODY, AT)).isFalse();
        assertThat(isValid(ID, "1614265330", "v1,AAAA " + signature, BODY, AT)).isTrue();
    }

    @Test
    void aSecretIsDrawnAndNeverShownByAccident() {
        var secret = WebhookSecret.drawn(bytes -> new byte[bytes]);

        assertThat(secret.bytes()).hasSize(32);
        assertThat(secret.value()).startsWith("whsec_");
        assertThat(secret.toString() + new Webhook(new WebhookUrl("https://dispatch.example.gov/"), secret))
                .doesNotContain(secret.value());
    }
}
