package passby.recognizer;

import java.util.List;
import org.opencv.core.Mat;
import passby.core.recognition.Confidence;
import passby.core.recognition.SeenText;

/** Reads one line as a plate, in views of different margins that vote, and as any print, which tells what else it may be. */
final class LineReader {
    /** How much more than the found line a view shows, along and across, in heights of the line. */
    private record Margin(double along, double across) {}

    private static final List<Margin> GLANCE = List.of(new Margin(0.15, 0.15));
    private static final List<Margin> MORE = List.of(new Margin(0, 0), new Margin(0.1, 0.35), new Margin(0.3, 0.5));

    private static final double LEAST_SLIM = 1.2;
    private static final double LEAST_HEIGHT = 6;
    private static final double LEAST_WIDTH = 24;

    private final PrintReader words;
    private final TextReader plates;

    LineReader(PrintReader words, TextReader plates) {
        this.words = words;
        this.plates = plates;
    }

    /** One view, which tells what deserves more. */
    void glance(Mat picture, TextBox box, Votes votes) {
        view(picture, box, GLANCE, votes);
    }

    /** The other views. */
    void study(Mat picture, TextBox box, Votes votes) {
        view(picture, box, MORE, votes);
    }

    private void view(Mat picture, TextBox box, List<Margin> margins, Votes votes) {
        if (!mayBePlate(box)) {
            return;
        }
        try (var mats = new Mats()) {
            var views = margins.stream()
                    .map(margin ->
                            mats.own(box.padded(margin.along(), margin.across()).cut(picture)))
                    .toList();
            plates.read(views).forEach(votes::add);
        }
    }

    SeenText print(Mat picture, TextBox box) {
        try (var mats = new Mats()) {
            var print = words.read(mats.own(box.cut(picture)));
            return new SeenText(
                    print.text(),
                    box.within(picture.size()),
                    new Confidence(print.confidence()),
                    print.characters().stream().map(Confidence::new).toList());
        }
    }

    private static boolean mayBePlate(TextBox box) {
        return box.slimness() > LEAST_SLIM && box.height() >= LEAST_HEIGHT && box.width() >= LEAST_WIDTH;
    }
}
