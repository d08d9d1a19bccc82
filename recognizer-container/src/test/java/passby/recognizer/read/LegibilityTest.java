package passby.recognizer.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import passby.core.recognition.UnreadPlate.Reason;
import passby.recognizer.detect.Quad;
import passby.recognizer.net.Natives;

class LegibilityTest {
    private static final Quad PLATE = Quad.upright(20, 20, 180, 100);

    @BeforeAll
    static void natives() {
        Natives.load(1);
    }

    private static Mat plate() {
        var grey = new Mat(120, 200, CvType.CV_8U, Scalar.all(90));
        Imgproc.rectangle(grey, new Point(20, 20), new Point(180, 100), Scalar.all(220), Imgproc.FILLED);
        Imgproc.putText(grey, "KLM4827", new Point(30, 75), Imgproc.FONT_HERSHEY_DUPLEX, 1, Scalar.all(30), 2);
        return grey;
    }

    @Test
    void aNarrowPlateIsTooSmall() {
        assertThat(Legibility.reason(plate(), Quad.upright(20, 20, 50, 35))).isEqualTo(Reason.TOO_SMALL);
    }

    @Test
    void aPlateThatALightOutshinesHasGlare() {
        var bright = plate();
        Imgproc.rectangle(bright, new Point(40, 10), new Point(190, 110), Scalar.all(255), Imgproc.FILLED);

        assertThat(Legibility.reason(bright, PLATE)).isEqualTo(Reason.GLARE);
    }

    @Test
    void aPlateInMotionIsBlurred() {
        var blurred = plate();
        Imgproc.blur(blurred, blurred, new Size(41, 5));

        assertThat(Legibility.reason(blurred, PLATE)).isEqualTo(Reason.BLURRED);
    }

    @Test
    void aSharpPlateThatCannotBeReadIsHidden() {
        var covered = plate();
        Imgproc.rectangle(covered, new Point(30, 40), new Point(120, 85), Scalar.all(60), Imgproc.FILLED);

        assertThat(Legibility.reason(covered, PLATE)).isEqualTo(Reason.HIDDEN);
    }
}
