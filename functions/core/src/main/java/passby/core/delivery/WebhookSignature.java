package passby.core.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook's call, over its id, its second and its body, so that none of them can be changed and no call
 * replayed later. A receiver refuses a call that is not fresh, and one whose id it has seen.
 *
 * <p>Source: Standard Webhooks 1.0, "Signature scheme": HMAC-SHA-256 over {@code id.timestamp.body}, base64 behind
 * {@code v1,}.
 */
public final class WebhookSignature {
    /** A receiver's clock and the city's may differ by this much. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private WebhookSignature() {}

    public static String sign(byte[] secret, String id, Instant at, byte[] body) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /**
     * What a receiver does.
     *
     * @param seconds as the header says
     * @param signatures as the header says; several, while a secret is changed, stand side by side
     */
    public static boolean isValid(
            byte[] secret, String id, String seconds, String signatures, byte[] body, Instant now) {
        if (!SECONDS.matcher(seconds).matches()) {
            return false;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(seconds));
        if (Duration.between(at, now).abs().compareTo(FRESH) > 0) {
            return false;
        }
        var expected = sign(secret, id, at, body).getBytes(StandardCharsets.UTF_8);
        var valid = false;
        for (var signature : signatures.split(" ", -1)) {
            valid |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return valid;
    }
}
