package passby.core.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An Ed25519 key that lies in a file: of the log of a local city, of a small witness. In AWS the log's key never leaves KMS.
 */
public final class SigningKey implements NoteSigner {
    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_BYTES = 32;

    private final VerifierKey verifierKey;
    private final byte[] seed;

    private SigningKey(VerifierKey verifierKey, byte[] seed) {
        this.verifierKey = verifierKey;
        this.seed = seed;
    }

    /** @param pair of Ed25519, fresh from a generator */
    public static SigningKey of(String name, VerifierKey.Kind kind, KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        var publicKey = Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
        var seed = pair.getPrivate() instanceof EdECPrivateKey key ? key.getBytes() : Optional.<byte[]>empty();
        return of(
                VerifierKey.of(name, kind, publicKey),
                seed.orElseThrow(() -> new IllegalArgumentException("not a key of Ed25519 that can be stored")));
    }

    /** @throws MalformedException when the private key is not that of the public one */
    public static SigningKey of(VerifierKey verifierKey, byte[] seed) {
        var key = new SigningKey(verifierKey, seed.clone());
        var probe = new byte[] {1};
        if (seed.length != SEED_BYTES || !verifierKey.verifies(probe, key.sign(probe))) {
            throw new MalformedException("the private key is not that of the public one");
        }
        return key;
    }

    /** @param file as {@link #file} writes it */
    public static SigningKey parse(String file) {
        var lines = file.split("\n", -1);
        if (lines.length != 3 || !lines[0].startsWith(PREFIX)) {
            throw new MalformedException("a key file is a private key, a verifier key, and nothing else");
        }
        var verifierKey = VerifierKey.parse(lines[1]);
        return of(verifierKey, seed(lines[0], verifierKey));
    }

    /** Two lines: the private key as golang.org/x/mod/sumdb/note has it, and the verifier key. A secret. */
    public String file() {
        return privateKey() + "\n" + verifierKey.text() + "\n";
    }

    @Override
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key());
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with Ed25519", e);
        }
    }

    private PrivateKey key() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }

    private String privateKey() {
        var typed = ByteBuffer.allocate(1 + SEED_BYTES)
                .put((byte) verifierKey.kind().algorithm())
                .put(seed);
        return PREFIX + verifierKey.name() + "+" + HexFormat.of().toHexDigits(verifierKey.id()) + "+"
                + Base64.getEncoder().encodeToString(typed.array());
    }

    /** The base64 text may contain a plus sign: what precedes it is known, and cut off. */
    private static byte[] seed(String line, VerifierKey verifierKey) {
        var start = PREFIX + verifierKey.name() + "+" + HexFormat.of().toHexDigits(verifierKey.id()) + "+";
        if (!line.startsWith(start)) {
            throw new MalformedException("the private key is not that of the public one");
        }
        try {
            var bytes = Base64.getDecoder().decode(line.substring(start.length()));
            if (bytes.length != SEED_BYTES + 1) {
                throw new MalformedException("a private key of another length");
            }
            return Arrays.copyOfRange(bytes, 1, bytes.length);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a private key that is not in base64");
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifierKey.name() + "]";
    }
}
