package passby.recognizer;

import java.util.Arrays;
import java.util.Optional;
import passby.core.picture.FrameLimits;
import passby.core.picture.RejectReason;

/**
 * One walk over the markers of one file, from its start to its end-of-image marker (ITU-T T.81, table B.1).
 *
 * <p>Only the markers that a camera writes are walked over, and every other one refuses the file: a decoder skips a marker
 * that it does not know byte by byte, and so finds a second picture where a length was believed.
 */
final class JpegWalk {
    /** A progressive file has about ten; each costs a pass over the whole picture, so a file of thousands is an attack. */
    static final int MAX_SCANS = 100;

    /** Pixels times scans: twelve passes over the largest picture, which take the decoder about two seconds on one core. */
    static final long MAX_SCANNED_PIXELS = 12L * FrameLimits.MAX_PIXELS;

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP15 = 0xef;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int QUANTIZATION_TABLES = 0xdb;
    private static final int RESTART_INTERVAL = 0xdd;
    private static final int COMMENT = 0xfe;

    private final byte[] bytes;
    private int at = 2;
    private int width;
    private int height;
    private int scans;
    private int orientation = ExifOrientation.UPRIGHT;

    JpegWalk(byte[] bytes) {
        this.bytes = bytes;
    }

    JpegFile walk() {
        if (bytes.length < 3 || unsigned(0) != 0xff || unsigned(1) != START || unsigned(2) != 0xff) {
            return new JpegFile.Refused(RejectReason.NOT_A_JPEG);
        }
        while (at + 1 < bytes.length) {
            if (unsigned(at) != 0xff) {
                return new JpegFile.Refused(RejectReason.DAMAGED);
            }
            var marker = unsigned(at + 1);
            if (marker == END) {
                return scans > 0
                        ? new JpegFile.Fine(width, height, orientation)
                        : new JpegFile.Refused(RejectReason.DAMAGED);
            }
            at += marker == 0xff ? 1 : 2;
            if (marker == 0xff) {
                continue;
            }
            var refusal = segment(marker);
            if (refusal.isPresent()) {
                return new JpegFile.Refused(refusal.get());
            }
        }
        return new JpegFile.Refused(RejectReason.DAMAGED);
    }

    private Optional<RejectReason> segment(int marker) {
        if (!isWalked(marker)) {
            return Optional.of(isOtherCoding(marker) ? RejectReason.NOT_A_JPEG : RejectReason.DAMAGED);
        }
        if (at + 2 > bytes.length) {
            return Optional.of(RejectReason.DAMAGED);
        }
        var length = number(at);
        if (length < 2 || at + length > bytes.length) {
            return Optional.of(RejectReason.DAMAGED);
        }
        var content = at + 2;
        at += length;
        return switch (marker) {
            case 0xc0, 0xc1, 0xc2 -> frame(content, at);
            case SCAN -> scan();
            case APP1 -> {
                exif(content, at);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static boolean isWalked(int marker) {
        return switch (marker) {
            case 0xc0, 0xc1, 0xc2, HUFFMAN_TABLES, QUANTIZATION_TABLES, RESTART_INTERVAL, SCAN, COMMENT -> true;
            default -> marker >= APP0 && marker <= APP15;
        };
    }

    /** Lossless, hierarchical and arithmetic coding: no camera writes them and decoders differ on them. */
    private static boolean isOtherCoding(int marker) {
        return marker >= 0xc3 && marker <= 0xcf;
    }

    private Optional<RejectReason> frame(int content, int end) {
        if (end - content < 6 || width > 0) {
            return Optional.of(RejectReason.DAMAGED);
        }
        var bits = unsigned(content);
        var components = unsigned(content + 5);
        height = number(content + 1);
        width = number(content + 3);
        if (bits != 8 || (components != 1 && components != 3)) {
            return Optional.of(RejectReason.NOT_A_JPEG);
        }
        if (width == 0 || height == 0) {
            return Optional.of(RejectReason.DAMAGED);
        }
        var tooLarge = (long) width * height > FrameLimits.MAX_PIXELS || Math.max(width, height) > FrameLimits.MAX_SIDE;
        return tooLarge ? Optional.of(RejectReason.TOO_MANY_PIXELS) : Optional.empty();
    }

    private Optional<RejectReason> scan() {
        if (width == 0) {
            return Optional.of(RejectReason.DAMAGED);
        }
        scans++;
        if (scans > MAX_SCANS || (long) scans * width * height > MAX_SCANNED_PIXELS) {
            return Optional.of(RejectReason.TOO_SLOW);
        }
        while (at + 1 < bytes.length && !endsScan(at)) {
            at++;
        }
        return Optional.empty();
    }

    /** In coded data 0xff is followed by 0, or by a restart marker (0xd0 to 0xd7), or is filling. */
    private boolean endsScan(int place) {
        var next = unsigned(place + 1);
        return unsigned(place) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7);
    }

    private void exif(int content, int end) {
        var segment = Arrays.copyOfRange(bytes, content, end);
        if (ExifOrientation.isExif(segment)) {
            orientation = ExifOrientation.of(segment);
        }
    }

    private int unsigned(int place) {
        return bytes[place] & 0xff;
    }

    private int number(int place) {
        return unsigned(place) << 8 | unsigned(place + 1);
    }
}
