package passby.recognizer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Size;

class WindowTest {
    private static final Size INPUT = new Size(640, 384);

    @ParameterizedTest
    @CsvSource({"1280, 720", "720, 1280", "12000, 16", "16, 12000", "1, 1"})
    void theWholePictureLiesOnTheInput(int width, int height) {
        var window = Window.whole(new Size(width, height), INPUT, 1);

        assertThat(window.region().width).isEqualTo(width);
        assertThat(window.region().height).isEqualTo(height);
        assertThat(window.place().x + window.place().width).isLessThanOrEqualTo(640);
        assertThat(window.place().y + window.place().height).isLessThanOrEqualTo(384);
        var corner = window.inPicture(window.place().x + window.place().width, window.place().y);
        assertThat(corner.x()).isCloseTo(width, within(1e-6));
        assertThat(corner.y()).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 720, 640, 384",
        "640, 480, 512, 384",
        "1000, 500, 640, 320",
        "12000, 16, 640, 32",
        "1, 1, 384, 384"
    })
    void theInputIsNoLargerThanThePictureNeeds(int width, int height, int cols, int rows) {
        assertThat(Window.input(new Size(width, height), 640, 384)).isEqualTo(new Size(cols, rows));
    }

    @ParameterizedTest
    @CsvSource({"600, 300, 660, 330", "0, 0, 40, 20", "1240, 700, 1280, 720", "-30, -10, 5, 5", "640, 360, 640, 360"})
    void aPlateOfACloseLookKeepsItsPlaceInThePicture(double left, double top, double right, double bottom) {
        var window =
                Window.around(Quad.upright(left, top, right, bottom), 110, new Size(1280, 720), new Size(256, 160));

        var middle = window.inPicture(128, 80);
        var pixel = Math.max(1, (right - left) / 110);
        assertThat(middle.x()).isCloseTo((left + right) / 2, within(2 * pixel));
        assertThat(middle.y()).isCloseTo((top + bottom) / 2, within(2 * pixel));
        assertThat(window.place().width).isPositive();
        assertThat(window.place().height).isPositive();
    }
}
