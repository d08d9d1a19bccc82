package passby.recognizer;

import passby.core.picture.FrameLimits;
import passby.core.picture.RejectReason;

/**
 * What the bytes of a JPEG file declare, found by walking its markers (ITU-T T.81, annex B) without decoding anything: the
 * check that stands between a stranger's bytes and the native decoder.
 */
sealed interface JpegFile {
    /**
     * A picture that may be decoded.
     *
     * @param width as stored, before it is turned upright
     * @param height as stored
     * @param orientation EXIF's, 1 to 8
     */
    record Fine(int width, int height, int orientation) implements JpegFile {}

    record Refused(RejectReason reason) implements JpegFile {}

    static JpegFile examine(byte[] bytes) {
        if (bytes.length == 0) {
            return new Refused(RejectReason.EMPTY);
        }
        if (bytes.length > FrameLimits.MAX_BYTES) {
            return new Refused(RejectReason.TOO_LARGE);
        }
        return new JpegWalk(bytes).walk();
    }
}
