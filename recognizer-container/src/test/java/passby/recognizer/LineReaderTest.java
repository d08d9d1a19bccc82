package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;

class LineReaderTest {
    private static final TextBox LINE = new TextBox(100, 50, 80, 20, 0, 0.9);

    private static final Lattice SAYS_8 =
            new Lattice(List.of("", "8"), List.of(new float[] {0, 1}, new float[] {1, 0}, new float[] {0, 1}));

    private final List<Integer> widths = new ArrayList<>();
    private final List<Integer> heights = new ArrayList<>();
    private final LineReader reader = new LineReader(_ -> new ReadPrint("", List.of()), this::read);

    private List<Lattice> read(List<Mat> cuts) {
        cuts.forEach(cut -> widths.add(cut.cols()));
        cuts.forEach(cut -> heights.add(cut.rows()));
        return cuts.stream().map(_ -> SAYS_8).toList();
    }

    @BeforeAll
    static void natives() {
        Natives.load(1);
    }

    private static Mat picture() {
        return Mat.zeros(new Size(200, 100), CvType.CV_8UC3);
    }

    @Test
    void aGlanceIsOneViewOfTheLineWithSomeMargin() {
        reader.glance(picture(), LINE, new Votes());

        assertThat(widths).singleElement().satisfies(width -> assertThat(width).isBetween(84, 100));
    }

    @Test
    void moreViewsHaveOtherMarginsAndVote() {
        var votes = new Votes();

        reader.study(picture(), LINE, votes);
        reader.ponder(picture(), LINE, votes);

        assertThat(Set.copyOf(widths)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(votes.readings()).extracting(c -> c.plate().raw()).containsExactly("88");
    }

    @Test
    void aSlimLineIsSeenWithMoreAroundIt() {
        var slim = new TextBox(100, 50, 132, 20, 0, 0.9);

        reader.study(picture(), slim, new Votes());

        assertThat(heights).isNotEmpty().allMatch(height -> height >= 132 / 3);
    }

    @Test
    void whatIsTooSmallForASerialIsNotRead() {
        var votes = new Votes();

        reader.glance(picture(), new TextBox(100, 50, 20, 5, 0, 0.9), votes);

        assertThat(widths).isEmpty();
        assertThat(votes.readings()).isEmpty();
    }
}
