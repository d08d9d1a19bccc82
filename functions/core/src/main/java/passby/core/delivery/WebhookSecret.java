package passby.core.delivery;

import java.util.Base64;
import passby.core.id.Entropy;

/**
 * What a webhook shares with the city. It is drawn for each subscription, answered once, and deleted with it; its text is that
 * of Standard Webhooks 1.0.
 *
 * @param value {@code whsec_} and 32 bytes in base64
 */
public record WebhookSecret(String value) {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    public WebhookSecret {
        if (!value.startsWith(PREFIX) || bytes(value).length != BYTES) {
            throw new IllegalArgumentException("not a secret of a webhook");
        }
    }

    static WebhookSecret drawn(Entropy entropy) {
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(entropy.bytes(BYTES)));
    }

    public byte[] bytes() {
        return bytes(value);
    }

    private static byte[] bytes(String value) {
        return Base64.getDecoder().decode(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
