package passby.core.delivery;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An officer's browser, as it describes itself to whoever may push to it. Source: W3C Push API, {@code PushSubscription.toJSON}.
 *
 * @param endpoint where its push service takes messages
 * @param p256dh its public key, 65 bytes in base64url
 * @param auth what it shares with the city, 16 bytes in base64url
 */
public record Browser(PushEndpoint endpoint, String p256dh, String auth) implements Address {
    public static final String KEY_FORM = "a public key of P-256, 65 bytes in base64url";
    public static final String AUTH_FORM = "16 bytes in base64url";

    private static final int AUTH_BYTES = 16;
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{1,100}={0,2}");

    public Browser {
        if (!isKey(p256dh) || !isAuth(auth)) {
            throw new IllegalArgumentException("not the keys of a browser");
        }
    }

    static boolean isKey(String text) {
        return decode(text).flatMap(P256::parse).isPresent();
    }

    static boolean isAuth(String text) {
        return decode(text).filter(bytes -> bytes.length == AUTH_BYTES).isPresent();
    }

    public byte[] publicKey() {
        return decode(p256dh).orElseThrow();
    }

    public byte[] secret() {
        return decode(auth).orElseThrow();
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return BASE64URL.matcher(text).matches()
                    ? Optional.of(Base64.getUrlDecoder().decode(text))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Browser[" + endpoint.host() + "]";
    }
}
