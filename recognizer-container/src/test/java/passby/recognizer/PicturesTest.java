package passby.recognizer;

import passby.recognizer.net.Natives;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvException;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import passby.core.picture.FrameLimits;

/** The second guard: what the decoder itself refuses, whatever our own walk over the file believed. */
class PicturesTest {
    private static final JpegFile.Fine BELIEVED = new JpegFile.Fine(64, 48, ExifOrientation.UPRIGHT);

    @BeforeAll
    static void loadTheDecoder() {
        Natives.load(1);
    }

    @Test
    void theDecoderRefusesAPictureOfMorePixelsThanAFrameMayHave() {
        var hidden = JpegFileTest.hiddenPicture();

        assertThatThrownBy(() -> Imgcodecs.imdecode(new MatOfByte(hidden), Imgcodecs.IMREAD_COLOR))
                .isInstanceOf(CvException.class)
                .hasMessageContaining("CV_IO_MAX_IMAGE");
    }

    @Test
    void theDecoderRefusesASideThatIsLongerThanAFrameMayHave() {
        var thin = JpegBytes.declaring(0xc0, FrameLimits.MAX_SIDE + 1, 8, 3);

        assertThatThrownBy(() -> Imgcodecs.imdecode(new MatOfByte(thin), Imgcodecs.IMREAD_COLOR))
                .isInstanceOf(CvException.class)
                .hasMessageContaining("CV_IO_MAX_IMAGE_WIDTH");
    }

    @Test
    void aPictureWhoseSizeIsNotTheBelievedOneIsDamaged() {
        var other = Drawings.jpeg(Drawings.road(320, 200));

        assertThat(Pictures.decode(other, BELIEVED)).isEmpty();
        assertThat(Pictures.decode(JpegFileTest.hiddenPicture(), BELIEVED)).isEmpty();
    }
}
