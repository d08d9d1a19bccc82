package passby.recognizer;

import java.util.List;
import org.opencv.core.Mat;
import passby.core.recognition.Candidate;
import passby.core.recognition.Confidence;
import passby.core.recognition.PlateLine;
import passby.core.recognition.SeenText;

/** Reads one line twice: as any print, which tells what it is, and as a plate, in several views that vote. */
final class LineReader {
    /** How much more than the found line a view shows, along and across, in heights of the line. */
    private record Margin(double along, double across) {}

    private static final List<Margin> VIEWS =
            List.of(new Margin(0, 0), new Margin(0.15, 0.15), new Margin(0.1, 0.35), new Margin(0.3, 0.5));

    private static final double LEAST_SLIM = 1.2;
    private static final double LEAST_HEIGHT = 6;
    private static final double LEAST_WIDTH = 24;

    private final TextReader words;
    private final TextReader plates;

    LineReader(TextReader words, TextReader plates) {
        this.words = words;
        this.plates = plates;
    }

    PlateLine read(Mat picture, TextBox box) {
        try (var mats = new Mats()) {
            var print =
                    words.read(List.of(mats.own(box.cut(picture)))).getFirst().greedy();
            var seen = new SeenText(
                    print.text(),
                    box.within(picture.size()),
                    new Confidence(print.confidence()),
                    print.characters().stream().map(Confidence::new).toList());
            if (!mayBePlate(box)) {
                return new PlateLine(seen, List.of());
            }
            var views = VIEWS.stream()
                    .map(margin ->
                            mats.own(box.padded(margin.along(), margin.across()).cut(picture)))
                    .toList();
            return new PlateLine(seen, readings(seen, plates.read(views)));
        }
    }

    private static List<Candidate> readings(SeenText seen, List<Lattice> views) {
        var votes = new Votes();
        views.forEach(votes::add);
        PlateLine.of(seen).readings().forEach(votes::addPrint);
        return votes.readings();
    }

    private static boolean mayBePlate(TextBox box) {
        return box.slimness() > LEAST_SLIM && box.height() >= LEAST_HEIGHT && box.width() >= LEAST_WIDTH;
    }
}
