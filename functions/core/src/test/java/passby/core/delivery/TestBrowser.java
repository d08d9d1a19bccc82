package passby.core.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import passby.core.id.Entropy;
import passby.core.testing.CountingEntropy;

/** A made-up browser, which can read what it is sent. */
public final class TestBrowser {
    public static final String ENDPOINT = "https://updates.push.services.mozilla.com/wpush/v2/made-up";

    private static final Entropy ENTROPY = new CountingEntropy(8291);

    private final KeyPair keys = pair();
    private final byte[] secret = ENTROPY.bytes(16);

    public Browser browser() {
        return new Browser(
                new PushEndpoint(ENDPOINT),
                PushToken.base64(P256.encode((ECPublicKey) keys.getPublic())),
                PushToken.base64(secret));
    }

    /** A new pair of P-256. */
    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it would send itself. */
    public Map<String, Object> json() {
        return Map.of(
                "endpoint",
                ENDPOINT,
                "keys",
                Map.of("p256dh", browser().p256dh(), "auth", browser().auth()));
    }

    public String read(byte[] body) {
        return new String(PushEncryption.decrypt(body, keys, secret), StandardCharsets.UTF_8);
    }

    /** A city's key towards push services, in memory. */
    public static final class City implements PushSigner {
        private final KeyPair keys = pair();

        @Override
        public byte[] publicKey() {
            return P256.encode((ECPublicKey) keys.getPublic());
        }

        @Override
        public byte[] sign(byte[] message) {
            try {
                var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
                signature.initSign(keys.getPrivate());
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
