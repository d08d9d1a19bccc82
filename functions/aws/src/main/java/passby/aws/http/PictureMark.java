package passby.aws.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import passby.core.ledger.Accepted;
import passby.core.picture.Jpeg;

/**
 * Writes into a picture who it was streamed to: a comment segment right behind the start of the image (ISO/IEC 10918-1,
 * B.2.4.5). Bytes are inserted, nothing is decoded: only the recogniser decodes pictures. It deters passing a picture on;
 * whoever removes the segment removes the mark.
 */
final class PictureMark {
    private static final int START = 0xffd8;
    private static final short COMMENT = (short) 0xfffe;
    private static final int MAX_READER = 200;

    private PictureMark() {}

    static byte[] mark(Jpeg jpeg, String reader, Accepted accepted) {
        var picture = ByteBuffer.wrap(jpeg.bytes());
        if (picture.remaining() < 2 || Short.toUnsignedInt(picture.getShort()) != START) {
            throw new IllegalStateException("a stored picture is no JPEG");
        }
        var comment = ("passby reader=" + printable(reader) + " entry=" + accepted.entryId())
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(jpeg.length() + 4 + comment.length)
                .putShort((short) START)
                .putShort(COMMENT)
                .putShort((short) (2 + comment.length))
                .put(comment)
                .put(picture)
                .array();
    }

    /** An issuer may call its people what it likes; headers and comments take printable ASCII. */
    static String printable(String text) {
        var harmless = text.replaceAll("[^\\x21-\\x7e]", "?");
        return harmless.length() > MAX_READER ? harmless.substring(0, MAX_READER) : harmless;
    }
}
