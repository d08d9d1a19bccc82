package passby.recognizer;

import java.util.Arrays;
import java.util.Optional;
import passby.core.picture.FrameLimits;
import passby.core.picture.RejectReason;

/** One walk over the markers of one file, from its start to its end-of-image marker. */
final class JpegWalk {
    /** A progressive file has about ten; each costs a pass over the whole picture, so a file of thousands is an attack. */
    static final int MAX_SCANS = 100;

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APP1 = 0xe1;

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
            if (marker == 0xff || standsAlone(marker)) {
                continue;
            }
            var refusal = segment(marker);
            if (refusal.isPresent()) {
                return new JpegFile.Refused(refusal.get());
            }
        }
        return new JpegFile.Refused(RejectReason.DAMAGED);
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    }

    private Optional<RejectReason> segment(int marker) {
        if (at + 2 > bytes.length) {
            return Optional.of(RejectReason.DAMAGED);
        }
        var length = number(at);
        if (length < 2 || at + length > bytes.length) {
            return Optional.of(RejectReason.DAMAGED);
        }
        var content = at + 2;
        var end = at + length;
        at = end;
        return switch (marker) {
            case 0xc0, 0xc1, 0xc2 -> frame(content, end);
            // Lossless, hierarchical and arithmetic coding: no camera writes them and decoders differ on them.
            case 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf -> Optional.of(RejectReason.NOT_A_JPEG);
            case SCAN -> scan();
            case APP1 -> {
                exif(content, end);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
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
        if (++scans > MAX_SCANS) {
            return Optional.of(RejectReason.TOO_SLOW);
        }
        while (at + 1 < bytes.length && !endsScan(at)) {
            at++;
        }
        return Optional.empty();
    }

    /** In coded data 0xff is followed by 0, or by a restart marker, or is filling. */
    private boolean endsScan(int place) {
        var next = unsigned(place + 1);
        return unsigned(place) == 0xff && next != 0 && next != 0xff && !standsAlone(next);
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
