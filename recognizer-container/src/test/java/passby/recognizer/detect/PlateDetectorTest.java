package passby.recognizer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.Size;

class PlateDetectorTest {
    /** A picture as large as the net's input, so that both have the same pixels. */
    private static final Window WINDOW = Window.whole(new Size(640, 384), new Size(640, 384), 1);

    private static float[] row(double score, double... corners) {
        var row = new float[9];
        row[0] = (float) score;
        for (var i = 0; i < corners.length; i++) {
            row[i + 1] = (float) corners[i];
        }
        return row;
    }

    @Test
    void aRowOfTheNetIsAPlateWithItsCorners() {
        var seen = PlateDetector.detections(row(0.8, 100, 110, 200, 100, 205, 150, 105, 160), WINDOW);

        assertThat(seen).singleElement().satisfies(plate -> {
            assertThat(plate.score()).isEqualTo(0.8f);
            assertThat(plate.plate().topLeft()).isEqualTo(new Corner(100, 110));
            assertThat(plate.plate().bottomRight()).isEqualTo(new Corner(205, 150));
        });
    }

    @Test
    void cornersThatCrossBecomeTheRectangleAroundThem() {
        var seen = PlateDetector.detections(row(0.8, 100, 100, 200, 150, 200, 100, 100, 150), WINDOW);

        assertThat(seen).extracting(Detection::plate).containsExactly(Quad.upright(100, 100, 200, 150));
    }

    @Test
    void whatTheNetHardlyBelievesIsLeftOut() {
        assertThat(PlateDetector.detections(row(0.05, 100, 100, 200, 100, 200, 150, 100, 150), WINDOW))
                .isEmpty();
    }

    @Test
    void ofTwoOnTheSamePlaceTheBetterOneStays() {
        var better = new Detection(0.7, Quad.upright(100, 100, 200, 150));
        var worse = new Detection(0.6, Quad.upright(110, 100, 205, 150));
        var other = new Detection(0.5, Quad.upright(300, 100, 400, 150));

        assertThat(PlateDetector.distinct(List.of(other, worse, better))).containsExactly(better, other);
    }
}
