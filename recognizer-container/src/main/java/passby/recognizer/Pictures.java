package passby.recognizer;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import passby.core.picture.Jpeg;
import passby.recognizer.net.Mats;

/** JPEG files to upright pictures and back. */
final class Pictures {
    private Pictures() {}

    /** The upright picture, three channels, which the caller frees; empty when the decoder finds the file damaged. */
    static Optional<Mat> decode(byte[] bytes, JpegFile.Fine declared) {
        try (var mats = new Mats()) {
            var file = mats.own(new MatOfByte(bytes));
            var stored = Imgcodecs.imdecode(file, Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
            if (stored.cols() != declared.width() || stored.rows() != declared.height()) {
                stored.release();
                return Optional.empty();
            }
            return Optional.of(upright(stored, declared.orientation()));
        } catch (CvException e) {
            return Optional.empty();
        }
    }

    /** EXIF's eight ways: mirrored when 2, 4, 5 or 7, lying when 5 to 8. The stored picture becomes the upright one. */
    private static Mat upright(Mat stored, int orientation) {
        if (orientation == ExifOrientation.UPRIGHT) {
            return stored;
        }
        var upright = new Mat();
        switch (orientation) {
            case 2 -> Core.flip(stored, upright, 1);
            case 3 -> Core.rotate(stored, upright, Core.ROTATE_180);
            case 4 -> Core.flip(stored, upright, 0);
            case 5 -> Core.transpose(stored, upright);
            case 6 -> Core.rotate(stored, upright, Core.ROTATE_90_CLOCKWISE);
            case 7 -> {
                Core.transpose(stored, upright);
                Core.rotate(upright, upright, Core.ROTATE_180);
            }
            case 8 -> Core.rotate(stored, upright, Core.ROTATE_90_COUNTERCLOCKWISE);
            default -> throw new IllegalArgumentException("an orientation is 1 to 8");
        }
        stored.release();
        return upright;
    }

    /** @param quality JPEG's, 0 to 100 */
    static Jpeg encode(Mat picture, int quality) {
        try (var mats = new Mats()) {
            var file = mats.own(new MatOfByte());
            var how = mats.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
            if (!Imgcodecs.imencode(".jpg", picture, file, how)) {
                throw new IllegalStateException("OpenCV does not encode JPEG");
            }
            return new Jpeg(file.toArray());
        }
    }
}
