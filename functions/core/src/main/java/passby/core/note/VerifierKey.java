package passby.core.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The public key of a log or of a witness in the form of C2SP signed-note: {@code name+keyId+base64}.
 *
 * @param name of the signer, as it stands in front of its signatures
 * @param kind what it signs
 * @param publicKey 32 bytes of Ed25519, base64
 */
public record VerifierKey(String name, Kind kind, String publicKey) {
    private static final int PUBLIC_KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    /** Of whoever signs. */
    static final Pattern NAME = Pattern.compile("[^\\s+\\p{Z}\\p{C}]{1,255}");

    private static final Pattern FORM =
            Pattern.compile("(?<name>[^+]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/=]{44})");

    /** What precedes the 32 bytes in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The algorithm byte of the key: what the signature is about. */
    public enum Kind {
        /** The text of the note: a log's own signature. */
        NOTE(1),
        /** The text with the time at which a witness saw it (cosignature/v1). */
        COSIGNATURE(4);

        private final int algorithm;

        Kind(int algorithm) {
            this.algorithm = algorithm;
        }

        int algorithm() {
            return algorithm;
        }
    }

    public VerifierKey {
        if (!NAME.matcher(name).matches() || decoded(publicKey).length != PUBLIC_KEY_BYTES) {
            throw new MalformedException("not the name and key of a signer");
        }
    }

    public static VerifierKey of(String name, Kind kind, byte[] publicKey) {
        return new VerifierKey(name, kind, Base64.getEncoder().encodeToString(publicKey));
    }

    /** @param text one line, such as {@code example.org/log+76d8e7b3+AUt…} */
    public static VerifierKey parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new MalformedException("not a verifier key (name+id+key)");
        }
        var key = decoded(match.group("key"));
        var kind = key.length == PUBLIC_KEY_BYTES + 1 ? kind(key[0]) : Kind.NOTE;
        var parsed = of(match.group("name"), kind, Arrays.copyOfRange(key, 1, Math.max(1, key.length)));
        if (!parsed.text().equals(text)) {
            throw new MalformedException("the id in the verifier key is not that of its name and key");
        }
        return parsed;
    }

    public String text() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** The first four bytes of SHA-256(name, newline, algorithm, key): tells signers of one name apart. */
    public int id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest(typed()), 0, ID_BYTES).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether the signature is by this key over these bytes (RFC 8032, Ed25519). */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key());
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            // A point that is on no curve, or a signature that is none: as bad as a wrong one.
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        var encoded = ByteBuffer.allocate(X509.length + PUBLIC_KEY_BYTES);
        encoded.put(X509).put(decoded(publicKey));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.array()));
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + PUBLIC_KEY_BYTES)
                .put((byte) kind.algorithm)
                .put(decoded(publicKey))
                .array();
    }

    private static Kind kind(byte algorithm) {
        for (var kind : Kind.values()) {
            if (kind.algorithm == algorithm) {
                return kind;
            }
        }
        throw new MalformedException("a key of an algorithm that is not Ed25519");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a key is not in base64");
        }
    }
}
