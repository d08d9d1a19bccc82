package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;

/** On a picture with one white bar, which stands for a character right before the line that was found. */
class LineTest {
    private static final TextBox FOUND = new TextBox(100, 50, 80, 20, 0, 0.9);
    private static final Rect BAR = new Rect(51, 40, 2, 20);
    private static final List<String> SYMBOLS = List.of("", "8", "B", "K");

    @BeforeAll
    static void natives() {
        Natives.load(1);
    }

    private static Lattice says(String text) {
        var steps = new ArrayList<float[]>();
        for (var i = 0; i < text.length(); i++) {
            var step = new float[SYMBOLS.size()];
            step[SYMBOLS.indexOf(text.substring(i, i + 1))] = 1;
            steps.add(step);
        }
        return new Lattice(SYMBOLS, steps);
    }

    /** A net that reads one character more in the cuts of which this is true. */
    private static Line line(Predicate<Mat> more) {
        TextReader net = cuts -> cuts.stream()
                .map(cut -> says(more.test(cut) ? "8KB8BK" : "KB8BK"))
                .toList();
        var picture = Mat.zeros(new Size(200, 100), CvType.CV_8UC3);
        picture.submat(BAR).setTo(new Scalar(255, 255, 255));
        return new Line(picture, FOUND, false, new LineReader(_ -> new ReadPrint("", List.of()), net));
    }

    private static boolean isBarIn(Mat cut) {
        return Core.sumElems(cut).val[0] > 0;
    }

    private static String best(Line line) {
        return line.known().readings().getFirst().plate().raw();
    }

    @Test
    void aCharacterThatTheBoxLeftOutIsReadWithTheOthers() {
        var line = line(LineTest::isBarIn);

        line.study();

        assertThat(best(line)).isEqualTo("8KB8BK");
        assertThat(line.box().width()).isGreaterThan(FOUND.width());
        assertThat(line.box().x()).isLessThan(FOUND.x());
    }

    @Test
    void whatALongerBoxDoesNotShowWellIsNotTakenIn() {
        var line = line(cut -> isBarIn(cut.colRange(0, 4)));

        line.study();

        assertThat(best(line)).isEqualTo("KB8BK");
        assertThat(line.box()).isEqualTo(FOUND);
    }
}
