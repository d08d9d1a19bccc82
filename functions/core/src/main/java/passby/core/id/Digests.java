package passby.core.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256, and the framing that makes a hash of several parts unambiguous. */
public final class Digests {
    /** A hash as it is written: 64 hexadecimal digits in lower case. */
    public static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private Digests() {}

    public static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** SHA-256 of the text's UTF-8 bytes, 64 hexadecimal digits. */
    public static String sha256Hex(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Each part behind its length in four big-endian bytes, one after the other. */
    public static byte[] framed(byte[]... parts) {
        var size = 0;
        for (var part : parts) {
            size += Integer.BYTES + part.length;
        }
        var buffer = ByteBuffer.allocate(size);
        for (var part : parts) {
            buffer.putInt(part.length).put(part);
        }
        return buffer.array();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
