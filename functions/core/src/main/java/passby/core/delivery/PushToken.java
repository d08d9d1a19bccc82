package passby.core.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import passby.core.ledger.CanonicalJson;

/**
 * Tells a push service who sends: a token for that service alone, for some hours, signed with the city's key.
 *
 * <p>Source: RFC 8292, sections 2 and 3.
 */
public final class PushToken {
    /** Half of what a service takes at most. */
    static final Duration LIFE = Duration.ofHours(12);

    private PushToken() {}

    /**
     * The value of the header {@code Authorization}.
     *
     * @param contact an address of the city's, {@code https:} or {@code mailto:}, that some services ask for
     */
    public static String authorization(PushSigner signer, PushEndpoint endpoint, String contact, Instant now) {
        var claims = Map.<String, Object>of(
                "aud", endpoint.origin(), "exp", now.plus(LIFE).getEpochSecond(), "sub", contact);
        var signed = base64("{\"alg\":\"ES256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(CanonicalJson.write(claims).getBytes(StandardCharsets.UTF_8));
        var signature = signer.sign(signed.getBytes(StandardCharsets.US_ASCII));
        return "vapid t=" + signed + "." + base64(signature) + ", k=" + base64(signer.publicKey());
    }

    /** As RFC 7515 and browsers write bytes. */
    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
