package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import passby.core.testing.MutableClock;

final class PushTokenTest {
    private static final Pattern FORM =
            Pattern.compile("vapid t=([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+), k=([A-Za-z0-9_-]+)");

    @Test
    void aServiceCanCheckThatTheTokenIsForItAndFromTheCity() throws Exception {
        var city = new TestBrowser.City();
        var authorization = PushToken.authorization(
                city, new PushEndpoint(TestBrowser.ENDPOINT), "https://issuer.example/city", NOW);

        var parts = FORM.matcher(authorization);

        assertThat(parts.matches()).isTrue();
        var base64 = Base64.getUrlDecoder();
        assertThat(new String(base64.decode(parts.group(1)), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"ES256\",\"typ\":\"JWT\"}");
        assertThat(new String(base64.decode(parts.group(2)), StandardCharsets.UTF_8))
                .isEqualTo("{\"aud\":\"https://updates.push.services.mozilla.com\",\"exp\":"
                        + NOW.plus(Duration.ofHours(12)).getEpochSecond()
                        + ",\"sub\":\"https://issuer.example/city\"}");
        assertThat(base64.decode(parts.group(4))).isEqualTo(city.publicKey());
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(P256.parse(city.publicKey()).orElseThrow());
        check.update((parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(base64.decode(parts.group(3)))).isTrue();
    }

    @Test
    void aServiceGetsOneTokenForHalfOfItsLifeAndAnotherServiceAnother() {
        var clock = new MutableClock(NOW);
        var tokens = new PushTokens(new TestBrowser.City(), "https://issuer.example/city", clock);
        var mozilla = new PushEndpoint(TestBrowser.ENDPOINT);

        var first = tokens.authorization(mozilla);
        clock.advance(Duration.ofHours(6).minusSeconds(1));
        var again = tokens.authorization(mozilla);
        var other = tokens.authorization(new PushEndpoint("https://web.push.apple.com/made-up"));
        clock.advance(Duration.ofSeconds(1));
        var renewed = tokens.authorization(mozilla);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(renewed).isNotEqualTo(first);
    }
}
