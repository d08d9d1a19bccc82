package passby.recognizer;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a picture lies, from its EXIF block (CIPA DC-008, tag 0x0112). Only the first directory is looked at, and whatever
 * does not add up means upright: EXIF is written by strangers and must not decide whether a picture is read.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;

    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    static boolean isExif(byte[] segment) {
        return segment.length >= NAME.length && Arrays.equals(segment, 0, NAME.length, NAME, 0, NAME.length);
    }

    /** @param segment an APP1 segment of EXIF without its marker and length */
    static int of(byte[] segment) {
        try {
            return inTiff(ByteBuffer.wrap(segment, NAME.length, segment.length - NAME.length)
                    .slice());
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    private static int inTiff(ByteBuffer tiff) {
        switch (tiff.getShort(0)) {
            case 0x4949 -> tiff.order(ByteOrder.LITTLE_ENDIAN);
            case 0x4d4d -> tiff.order(ByteOrder.BIG_ENDIAN);
            default -> {
                return UPRIGHT;
            }
        }
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xffff;
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                var value = tiff.getShort(entry + 8);
                var known = tiff.getShort(entry + 2) == SHORT && value >= 1 && value <= 8;
                return known ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
