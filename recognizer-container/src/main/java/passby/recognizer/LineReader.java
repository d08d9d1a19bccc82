package passby.recognizer;

import java.util.List;
import org.opencv.core.Mat;
import passby.core.plate.Confidence;
import passby.core.recognition.SeenText;

/** Reads one line as a plate, in views of different margins that vote, and as any print, which tells what else it may be. */
final class LineReader {
    /**
     * How much more than the found line a view shows, along and across, in heights of the line, and how far it is turned. A slim
     * line gets more across: cut closely, it would be stretched to letters taller than the net was taught.
     */
    private record View(double along, double across, double turn) {
        TextBox of(TextBox box) {
            var slim = Math.max(0, box.slimness() / SLIM_FROM - 1) / 2;
            return box.padded(along, across + slim).turned(turn);
        }
    }

    private static final List<View> GLANCE = List.of(new View(0.2, 0.25, 0));
    private static final List<View> MORE = List.of(
            new View(0.05, 0.05, 0),
            new View(0.1, 0.35, 0),
            new View(0.3, 0.5, 0),
            new View(0.4, 0.3, 0),
            new View(0.2, 0.8, 0));
    private static final List<View> IN_DOUBT = List.of(
            new View(0.05, 0.2, 0),
            new View(0.22, 0.3, 0),
            new View(0.15, 0.25, 0.04),
            new View(0.15, 0.25, -0.04),
            new View(0.3, 0.15, 0),
            new View(0.12, 0.12, 0),
            new View(0.2, 0.45, 0.02),
            new View(0.35, 0.35, -0.02));

    private static final double SLIM_FROM = 3;

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

    /** Still more, for what the others leave in doubt. */
    void ponder(Mat picture, TextBox box, Votes votes) {
        view(picture, box, IN_DOUBT, votes);
    }

    private void view(Mat picture, TextBox box, List<View> views, Votes votes) {
        if (!mayBePlate(box)) {
            return;
        }
        try (var mats = new Mats()) {
            var cuts = views.stream()
                    .map(view -> mats.own(view.of(box).cut(picture)))
                    .toList();
            plates.read(cuts).forEach(votes::add);
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
