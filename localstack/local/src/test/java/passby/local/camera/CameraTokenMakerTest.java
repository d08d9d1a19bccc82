package passby.local.camera;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CameraTokenMakerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.900Z");
    private static final byte[] BODY = "{\"uploads\":[]}".getBytes(UTF_8);
    private final CameraKeyPair key = CameraKeyPair.generate("camera-1", "key-1");
    private final CameraTokenMaker tokens =
            new CameraTokenMaker(key, "passby-city", Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));

    @Test
    void aTokenSaysWhoItIsForWhichRequestAndForHowLong() throws Exception {
        var token = JWSObject.parse(tokens.token("POST", "/v1/uploads", BODY));

        var claims = token.getPayload().toJSONObject();
        assertThat(token.getHeader().toJSONObject())
                .isEqualTo(Map.of("typ", "passby-camera+jwt", "alg", "EdDSA", "kid", "key-1"));
        assertThat(claims).containsEntry("iss", "camera-1").containsEntry("aud", "passby-city");
        assertThat(claims).containsEntry("htm", "POST").containsEntry("htu", "/v1/uploads");
        assertThat(claims).containsEntry("iat", NOW.getEpochSecond()).containsEntry("exp", NOW.getEpochSecond() + 60);
        // printf '{"uploads":[]}' | openssl dgst -sha256 -binary | basenc --base64url
        assertThat(claims).containsEntry("bh", "vhu1mSUZC0BnNd6p7tdcJZEc2SbE1C4iGPeJJlNviHQ");
        assertThat(new Base64URL((String) claims.get("jti")).decode()).hasSize(16);
        assertThat(claims).hasSize(8);
    }

    @Test
    void itsSignatureIsOfTheKeyThatWasRegistered() throws Exception {
        var parts = tokens.token("POST", "/v1/uploads", BODY).split("\\.", -1);

        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(key.pair().getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        var encoded = key.pair().getPublic().getEncoded();
        assertThat(Base64.getUrlDecoder().decode(key.publicX()))
                .isEqualTo(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    @Test
    void noTwoTokensHaveTheSameId() throws Exception {
        var json = new ObjectMapper();

        var first = json.readTree(payload(tokens.token("POST", "/v1/uploads", BODY)));
        var second = json.readTree(payload(tokens.token("POST", "/v1/uploads", BODY)));

        assertThat(first.get("jti")).isNotEqualTo(second.get("jti"));
    }

    @Test
    void aKeyIsNeverPrinted() {
        assertThat(key).hasToString("CameraKey[camera-1, key-1]");
        assertThat(tokens.toString()).doesNotContain("Ed25519", "MC4C");
    }

    private static byte[] payload(String token) {
        return Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    }
}
