package passby.recognizer;

import passby.recognizer.net.Mats;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencv.core.CvException;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Our reading of a file's header against the decoder's: a file that our walk lets through has, for the decoder, the size that
 * the walk found, or no size at all. Without {@code JAZZER_FUZZ=1} only the kept files are compared.
 */
class JpegDifferenceFuzzTest {
    /** Above this the decoder reads the file at an eighth of its size, which is as telling and costs less. */
    private static final int LARGE = 1 << 20;

    static Stream<byte[]> smallPictures() {
        return Stream.of(
                        small(Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 0),
                        small(Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1),
                        small(Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 2),
                        JpegBytes.withSegment(small(Imgcodecs.IMWRITE_JPEG_OPTIMIZE, 1), 0xe1, JpegBytes.exif(6)),
                        JpegFileTest.hiddenPicture())
                .flatMap(picture -> Stream.of(picture, doubled(picture)));
    }

    @MethodSource("smallPictures")
    @FuzzTest(maxDuration = "35m")
    void theDecoderSeesTheSizeThatTheWalkFound(byte[] bytes) {
        if (JpegFile.examine(bytes) instanceof JpegFile.Fine fine) {
            var pixels = (long) fine.width() * fine.height();
            var part = pixels > LARGE ? 8 : 1;

            decoded(bytes, part).ifPresent(size -> assertThat(size).isEqualTo(Size.of(fine, part)));
        }
    }

    private record Size(int width, int height) {
        static Size of(JpegFile.Fine fine, int part) {
            return new Size((fine.width() + part - 1) / part, (fine.height() + part - 1) / part);
        }
    }

    /** The decoder's size, empty when it finds the file damaged; its refusal of a large picture means that it saw another one. */
    private static Optional<Size> decoded(byte[] bytes, int part) {
        var how = part == 1 ? Imgcodecs.IMREAD_COLOR : Imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
        try (var mats = new Mats()) {
            var file = mats.own(new MatOfByte(bytes));
            var picture = mats.own(Imgcodecs.imdecode(file, how | Imgcodecs.IMREAD_IGNORE_ORIENTATION));
            return picture.empty() ? Optional.empty() : Optional.of(new Size(picture.cols(), picture.rows()));
        } catch (CvException e) {
            assertThat(e).hasMessageNotContaining("CV_IO_MAX_IMAGE");
            return Optional.empty();
        }
    }

    private static byte[] small(int setting, int value) {
        try (var mats = new Mats()) {
            var picture = mats.own(Drawings.road(24, 16));
            Imgproc.line(picture, new Point(2, 3), new Point(20, 12), new Scalar(235, 240, 240), 2);
            var file = mats.own(new MatOfByte());
            Imgcodecs.imencode(".jpg", picture, file, mats.own(new MatOfInt(setting, value)));
            return file.toArray();
        }
    }

    /** One picture right behind another, where a reader that loses its place would find the second. */
    private static byte[] doubled(byte[] picture) {
        var twice = Arrays.copyOf(picture, 2 * picture.length);
        System.arraycopy(picture, 0, twice, picture.length, picture.length);
        return twice;
    }
}
