package passby.local;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Files that a camera should never send, and pictures that somebody has tampered with. */
final class BadFrames {
    private static final int ORIENTATION = 0x0112;

    private BadFrames() {}

    /** A whole PNG of one pixel. */
    static byte[] png() {
        return HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                        + "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082");
    }

    static byte[] text() {
        return "This is no picture at all.".getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] truncated(byte[] jpeg) {
        return Arrays.copyOf(jpeg, jpeg.length / 2);
    }

    /** The picture, claiming in its header to have 30,000 pixels on each side. */
    static byte[] bomb(byte[] jpeg) {
        var bomb = jpeg.clone();
        var header = startOfFrame(bomb);
        ByteBuffer.wrap(bomb).putShort(header + 5, (short) 30_000).putShort(header + 7, (short) 30_000);
        return bomb;
    }

    private static int startOfFrame(byte[] jpeg) {
        var at = 2;
        while ((jpeg[at + 1] & 0xff) < 0xc0 || (jpeg[at + 1] & 0xff) > 0xc2) {
            at += 2 + ByteBuffer.wrap(jpeg).getShort(at + 2);
        }
        return at;
    }

    /** The picture with an EXIF directory of 65,535 entries that begins behind its own end. */
    static byte[] withExifThatLeadsAstray(byte[] jpeg) {
        var tiff = ByteBuffer.allocate(20)
                .putShort((short) 0x4d4d)
                .putShort((short) 42)
                .putInt(0x7ffffff0)
                .putShort((short) 0xffff);
        return withExif(jpeg, tiff.array());
    }

    /** The picture with an orientation that does not exist, of a type that it does not have. */
    static byte[] withExifOrientationOfNoKind(byte[] jpeg) {
        var tiff = ByteBuffer.allocate(26)
                .putShort((short) 0x4d4d)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 2)
                .putInt(0xffffffff)
                .putInt(0xffffffff);
        return withExif(jpeg, tiff.array());
    }

    private static byte[] withExif(byte[] jpeg, byte[] tiff) {
        var name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        var length = 2 + name.length + tiff.length;
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        out.writeBytes(name);
        out.writeBytes(tiff);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
