package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;

class LineReaderTest {
    private static final TextBox LINE = new TextBox(100, 50, 80, 20, 0, 0.9);

    private final List<String> asked = new ArrayList<>();
    private final LineReader reader =
            new LineReader(_ -> new ReadPrint("", List.of()), asked("first", "8"), asked("second", "B"));

    @BeforeAll
    static void natives() {
        Natives.load(1);
    }

    /** A reader that answers one character for every cut. */
    private TextReader asked(String name, String says) {
        var lattice =
                new Lattice(List.of("", says), List.of(new float[] {0, 1}, new float[] {1, 0}, new float[] {0, 1}));
        return cuts -> {
            asked.add(name);
            return cuts.stream().map(_ -> lattice).toList();
        };
    }

    private static Mat picture() {
        return Mat.zeros(new Size(200, 100), CvType.CV_8UC3);
    }

    @Test
    void aGlanceAndAStudyAskTheFirstReaderAlone() {
        var votes = new Votes();

        reader.glance(picture(), LINE, votes);
        reader.study(picture(), LINE, votes);

        assertThat(asked).containsExactly("first", "first");
    }

    @Test
    void inDoubtBothVote() {
        var votes = new Votes();

        reader.ponder(picture(), LINE, votes);

        assertThat(asked).containsExactly("first", "second");
        assertThat(votes.readings()).extracting(c -> c.plate().raw()).containsExactlyInAnyOrder("88", "BB");
    }

    @Test
    void whatIsTooSmallForASerialIsNotRead() {
        var votes = new Votes();

        reader.glance(picture(), new TextBox(100, 50, 20, 5, 0, 0.9), votes);

        assertThat(asked).isEmpty();
        assertThat(votes.readings()).isEmpty();
    }
}
