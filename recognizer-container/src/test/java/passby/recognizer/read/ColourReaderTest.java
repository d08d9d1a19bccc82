package passby.recognizer.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import passby.core.plate.VehicleColour;
import passby.recognizer.detect.Quad;
import passby.recognizer.net.Natives;

class ColourReaderTest {
    private static final Quad PLATE = Quad.upright(240, 240, 400, 320);

    @BeforeAll
    static void natives() {
        Natives.load(1);
    }

    private static Mat car(int blue, int green, int red, double light) {
        var picture = new Mat(480, 640, CvType.CV_8UC3, new Scalar(blue * light, green * light, red * light));
        Imgproc.rectangle(picture, new Point(240, 240), new Point(400, 320), Scalar.all(235 * light), Imgproc.FILLED);
        return picture;
    }

    @ParameterizedTest
    @CsvSource({
        "235, 235, 235, LIGHT",
        "190, 185, 180, LIGHT",
        "30, 28, 26, DARK",
        "40, 30, 190, RED",
        "160, 60, 30, BLUE",
        "60, 140, 30, GREEN",
        "20, 200, 240, YELLOW",
        "25, 60, 90, BROWN"
    })
    void paintHasItsColourInAnyLight(int blue, int green, int red, VehicleColour.Name name) {
        for (var light : new double[] {1, 0.5}) {
            assertThat(ColourReader.read(car(blue, green, red, light), PLATE))
                    .isInstanceOfSatisfying(
                            VehicleColour.Seen.class,
                            seen -> assertThat(seen.name()).isEqualTo(name));
        }
    }

    @Test
    void halfOneAndHalfAnotherIsNotTold() {
        var picture = car(235, 235, 235, 1);
        Imgproc.rectangle(picture, new Point(0, 0), new Point(320, 480), Scalar.all(20), Imgproc.FILLED);
        Imgproc.rectangle(picture, new Point(240, 240), new Point(400, 320), Scalar.all(235), Imgproc.FILLED);

        assertThat(ColourReader.read(picture, PLATE)).isEqualTo(VehicleColour.UNKNOWN);
    }

    @Test
    void aPictureOfNothingButThePlateTellsNoColour() {
        var plate = new Mat(80, 160, CvType.CV_8UC3, Scalar.all(235));

        assertThat(ColourReader.read(plate, Quad.upright(0, 0, 160, 80))).isEqualTo(VehicleColour.UNKNOWN);
    }
}
