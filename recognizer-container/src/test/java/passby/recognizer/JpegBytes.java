package passby.recognizer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Makes JPEG files byte by byte, good ones and hostile ones. */
final class JpegBytes {
    private JpegBytes() {}

    /** A file whose header declares this size; its coded data is a few bytes of nothing. */
    static byte[] declaring(int frameMarker, int width, int height, int components) {
        var content = ByteBuffer.allocate(6 + 3 * components);
        content.put((byte) 8).putShort((short) height).putShort((short) width).put((byte) components);
        for (var c = 1; c <= components; c++) {
            content.put((byte) c).put((byte) 0x11).put((byte) 0);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        file.writeBytes(segment(frameMarker, content.array()));
        file.writeBytes(scan());
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return file.toByteArray();
    }

    static byte[] scan() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(segment(0xda, new byte[] {1, 1, 0, 0, 63, 0}));
        file.writeBytes(new byte[] {1, 2, (byte) 0xff, 0, 3});
        return file.toByteArray();
    }

    static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /** The file with one more segment right behind its start. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var segment = segment(marker, content);
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, 2)
                .put(segment)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** An EXIF block with nothing but the orientation. */
    static byte[] exif(int orientation) {
        return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0x4d4d)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
