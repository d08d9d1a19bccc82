package passby.aws.sealing;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import passby.core.id.Digests;
import passby.core.note.SigningKey;
import passby.core.note.VerifierKey;
import passby.core.plate.CityKey;

/** A signing key made of the city's own, for a LocalStack whose KMS has no Ed25519. Never in a real account: there a key stays in KMS. */
public final class DerivedKey {
    private static final String PREFIX = "derived:";

    private DerivedKey() {}

    /**
     * What the setting says in place of a key's ARN. It carries the key of the city's key along, because a function that only reads
     * the log has no other setting that names it.
     *
     * @param cityKey ARN of the KMS key that wraps the city's key
     */
    public static String setting(String cityKey) {
        return PREFIX + cityKey;
    }

    /** The ARN in such a setting; empty for the ARN of a signing key. */
    public static Optional<String> cityKey(String setting) {
        return setting.startsWith(PREFIX) ? Optional.of(setting.substring(PREFIX.length())) : Optional.empty();
    }

    public static SigningKey of(String name, CityKey cityKey) {
        try {
            var seed = Arrays.copyOf(cityKey.hmac(Digests.utf8("passby/ledger-key1")), 32);
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Given(seed));
            return SigningKey.of(name, VerifierKey.Kind.NOTE, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** Gives the generator the seed that it asks for, so that it makes the public key that belongs to it. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
