package passby.aws.delivery;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import passby.core.id.Entropy;

/** New pairs of the curve P-256. */
public final class P256Pairs {
    private P256Pairs() {}

    public static KeyPair drawn(Entropy entropy) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), new Drawing(entropy));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** Gives a generator of the JDK the randomness that is an argument here. */
    private static final class Drawing extends SecureRandom {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // It is never written anywhere.
        private final Entropy entropy;

        Drawing(Entropy entropy) {
            this.entropy = entropy;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(entropy.bytes(bytes.length), 0, bytes, 0, bytes.length);
        }
    }
}
