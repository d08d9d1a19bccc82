package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;

class PartedDetectorTest {
    /** A detector that knows where one line is in the whole picture, sees as much of it as its part shows, and notes its parts. */
    private static final class OneLine implements TextDetector {
        private final TextBox line;
        private final List<Size> parts = new ArrayList<>();

        OneLine(TextBox line) {
            this.line = line;
        }

        @Override
        public List<TextBox> detect(Mat part, int longSide) {
            parts.add(part.size());
            var offset = new Point();
            part.locateROI(new Size(), offset);
            var from = Math.max(0, line.x() - line.width() / 2 - offset.x);
            var to = Math.min(part.cols(), line.x() + line.width() / 2 - offset.x);
            var y = line.y() - offset.y;
            return to <= from || y < 0 || y > part.rows()
                    ? List.of()
                    : List.of(new TextBox((from + to) / 2, y, to - from, line.height(), 0, 1));
        }
    }

    private static TextBox line(double x, double y) {
        return new TextBox(x, y, 120, 40, 0, 1);
    }

    @Test
    void aSmallLookIsOneLook() {
        var inner = new OneLine(line(400, 300));

        var found = new PartedDetector(inner).detect(Drawings.road(1600, 900), 960);

        assertThat(found).containsExactly(line(400, 300));
        assertThat(inner.parts).containsExactly(new Size(1600, 900));
    }

    @Test
    void noPartOfALargeLookIsLarge() {
        var inner = new OneLine(line(400, 300));

        new PartedDetector(inner).detect(Drawings.road(1600, 900), 1600);

        assertThat(inner.parts).hasSize(4).allMatch(part -> part.width <= 960 && part.height <= 640);
    }

    @Test
    void aLineAtThePartsSeamIsFoundWhole() {
        for (var x = 700; x < 900; x += 20) {
            for (var y = 350; y < 550; y += 20) {
                var found = new PartedDetector(new OneLine(line(x, y))).detect(Drawings.road(1600, 900), 1600);

                assertThat(found).isNotEmpty().allMatch(line(x, y)::isNearly);
            }
        }
    }

    @Test
    void theOddestSidesHaveParts() {
        var found = new PartedDetector(new OneLine(new TextBox(1500, 4, 120, 6, 0, 1)))
                .detect(Drawings.road(1600, 8), 1600);

        assertThat(found).isNotEmpty().allMatch(new TextBox(1500, 4, 120, 6, 0, 1)::isNearly);
    }
}
