package passby.recognizer;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import passby.core.recognition.ChosenPlate;
import passby.core.recognition.Confidence;
import passby.core.recognition.PlateChooser;
import passby.core.recognition.PlateLine;
import passby.core.recognition.SeenText;

/** From an upright picture to the plates in it: find lines, read each as print and as a plate, let the chooser choose. */
final class PlateFinder {
    /** How much more than the found line a view shows, along and across, in heights of the line. */
    private record Margin(double along, double across) {}

    private static final List<Margin> VIEWS =
            List.of(new Margin(0, 0), new Margin(0.15, 0.15), new Margin(0.1, 0.35), new Margin(0.3, 0.5));

    private static final int LONG_SIDE = 960;
    private static final double LEAST_SLIM = 1.2;
    private static final double LEAST_HEIGHT = 6;
    private static final double LEAST_WIDTH = 24;

    private final TextDetector detector;
    private final TextReader words;
    private final TextReader plates;
    private final PlateChooser chooser;

    PlateFinder(TextDetector detector, TextReader words, TextReader plates, PlateChooser chooser) {
        this.detector = detector;
        this.words = words;
        this.plates = plates;
        this.chooser = chooser;
    }

    List<ChosenPlate> find(Mat picture, Deadline deadline) {
        var boxes = detector.detect(picture, LONG_SIDE);
        deadline.check();
        var seen = new ArrayList<SeenText>();
        var lines = new ArrayList<PlateLine>();
        for (var box : Neighbours.withPairs(boxes)) {
            deadline.check();
            var line = line(picture, box);
            lines.add(line);
            seen.add(line.seen());
        }
        return chooser.choose(lines, seen, (double) picture.cols() / picture.rows());
    }

    private PlateLine line(Mat picture, TextBox box) {
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
            if (Boolean.getBoolean("plain")) return PlateLine.of(seen);
            var views = VIEWS.stream()
                    .map(margin ->
                            mats.own(box.padded(margin.along(), margin.across()).cut(picture)))
                    .toList();
            return new PlateLine(seen, Votes.of(plates.read(views)));
        }
    }

    private static boolean mayBePlate(TextBox box) {
        return box.slimness() > LEAST_SLIM && box.height() >= LEAST_HEIGHT && box.width() >= LEAST_WIDTH;
    }
}
