package passby.core.tlog;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import passby.core.note.MalformedException;

/** A SHA-256 hash of a leaf, of a node or of a whole tree (RFC 6962, 2.1). */
public final class Hash {
    public static final int BYTES = 32;

    private static final int BASE64_LENGTH = 44;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new MalformedException("a hash has 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    /** The hash at that place of a tile. */
    static Hash at(byte[] tile, int position) {
        var from = position * BYTES;
        return new Hash(Arrays.copyOfRange(tile, from, from + BYTES));
    }

    /** Takes the array over: it must not be used by its maker any more. */
    static Hash owning(byte[] digest) {
        return new Hash(digest);
    }

    /** Accepts only the form that {@link #base64} writes, so that no two texts mean one hash. */
    public static Hash parseBase64(String text) {
        var bytes = text.length() == BASE64_LENGTH ? decode(text) : new byte[0];
        var hash = of(bytes);
        if (!hash.base64().equals(text)) {
            throw new MalformedException("a hash is not in canonical base64");
        }
        return hash;
    }

    public static Hash parseHex(String text) {
        try {
            return of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a hash is not hexadecimal");
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The bytes themselves, for digests and tiles of this package. */
    byte[] shared() {
        return bytes;
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a hash is not in base64");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
