package passby.recognizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import passby.core.plate.Confidence;
import passby.core.recognition.ChosenPlate;
import passby.core.recognition.PlateChooser;

/**
 * From an upright picture to the plates in it. A coarse look at the whole picture finds near plates; a closer one at what may
 * be a plate finds its exact edges and the small print that names the state. Only if no plate is clear after that, the whole
 * picture is looked at more finely.
 */
final class PlateFinder {
    /** Distant plates in large pictures; only when there is nothing else. */
    private static final int LAST_RESORT = 1600;

    /** Long sides in pixels at which the whole picture is looked at, until a plate is clear. */
    private static final List<Integer> LOOKS = List.of(576, 960, LAST_RESORT);

    private static final int CLOSE_SIDE = 320;
    private static final int CLOSE_LOOKS = 3;
    /** Enlarging shows nothing new beyond this. */
    private static final int MOST_ENLARGED = 2;

    private static final double LEAST_HEIGHT = 8;
    /** With a line of such promise in the frame, only likely ones are worth more time. */
    private static final double CLEAR = 0.6;

    private static final double LIKELY = 0.2;
    /** Promise of a line that was read in all views and leaves little doubt. */
    private static final double CLEARLY_PLATE = 0.5;

    private static final int STUDIED = 6;
    /** Of the unlikely ones, a few: one view may have been cut badly. */
    private static final int FAINT = 3;

    /** Looks find one serial in several boxes, of which the best few are read. */
    private static final int ON_ONE_PLACE = 2;

    private static final Confidence CLEARLY_READ = new Confidence(0.2);

    private final TextDetector detector;
    private final LineReader reader;
    private final PlateChooser chooser;

    PlateFinder(TextDetector detector, LineReader reader, PlateChooser chooser) {
        this.detector = detector;
        this.reader = reader;
        this.chooser = chooser;
    }

    List<ChosenPlate> find(Mat picture, Deadline deadline) {
        var scene = new Scene(picture, reader, deadline);
        var chosen = List.<ChosenPlate>of();
        var seen = 0;
        for (var side : LOOKS) {
            var most = Math.max(CLOSE_SIDE, MOST_ENLARGED * Math.max(picture.cols(), picture.rows()));
            if (seen < most && !isDone(chosen, side)) {
                seen = Math.min(side, most);
                look(scene, picture, seen, deadline);
                chosen = chooser.choose(scene.studied(), scene.words(), scene.aspect());
            }
        }
        return chosen;
    }

    private static boolean isDone(List<ChosenPlate> chosen, int nextSide) {
        return nextSide == LAST_RESORT
                ? !chosen.isEmpty()
                : chosen.stream().anyMatch(plate -> plate.best().confidence().atLeast(CLEARLY_READ));
    }

    private void look(Scene scene, Mat picture, int side, Deadline deadline) {
        scene.add(detector.detect(picture, side));
        for (var part : worthASecondLook(scene, picture)) {
            deadline.check();
            scene.add(detect(picture, part));
        }
        study(scene, deadline);
    }

    /** The likeliest lines first; once one is clear, only likely ones are worth more time. */
    private void study(Scene scene, Deadline deadline) {
        var clear = false;
        var faint = 0;
        for (var each : promising(scene).stream().limit(STUDIED).toList()) {
            if (each.promise() < LIKELY && (clear || ++faint > FAINT)) {
                continue;
            }
            deadline.check();
            scene.study(each.line());
            clear |= chooser.promise(each.line().known(), List.of(), scene.aspect()) >= CLEARLY_PLATE;
        }
    }

    private List<TextBox> detect(Mat picture, Rect part) {
        try (var mats = new Mats()) {
            var close = mats.own(picture.submat(part));
            return detector.detect(close, CLOSE_SIDE).stream()
                    .map(box -> box.moved(part.x, part.y))
                    .toList();
        }
    }

    private record Promising(Line line, double promise) {}

    /** The most plate-like lines, the likeliest first. */
    private List<Promising> promising(Scene scene) {
        var known = scene.lines().stream().map(Line::known).toList();
        var order = scene.lines().stream()
                .filter(line -> line.box().height() >= LEAST_HEIGHT)
                .map(line -> new Promising(line, chooser.promise(line.known(), known, scene.aspect())))
                .filter(line -> line.promise() > 0)
                .sorted(Comparator.comparingDouble(Promising::promise).reversed())
                .toList();
        var clear = !order.isEmpty() && order.getFirst().promise() >= CLEAR;
        var kept = new ArrayList<Promising>();
        for (var each : order) {
            var rivals = kept.stream()
                    .filter(better -> better.line().box().isAbout(each.line().box()))
                    .count();
            if (rivals < ON_ONE_PLACE && (!clear || each.promise() >= LIKELY)) {
                kept.add(each);
            }
        }
        return kept;
    }

    /** The surroundings of the most promising line and of others that are likely, none within another. */
    private List<Rect> worthASecondLook(Scene scene, Mat picture) {
        var parts = new ArrayList<Rect>();
        for (var each : promising(scene)) {
            var box = each.line().box();
            var isNew = parts.stream().noneMatch(part -> part.contains(box.centre()));
            if (isNew && parts.size() < CLOSE_LOOKS && (parts.isEmpty() || each.promise() >= LIKELY)) {
                parts.add(around(box, picture));
            }
        }
        return parts;
    }

    private static Rect around(TextBox box, Mat picture) {
        var w = Math.max(box.width() * 1.8, box.height() * 6.4);
        var h = Math.max(box.height() * 4.4, w * 0.4);
        var x0 = (int) Math.max(0, box.x() - w / 2);
        var y0 = (int) Math.max(0, box.y() - h / 2);
        var x1 = (int) Math.min(picture.cols(), box.x() + w / 2 + 1);
        var y1 = (int) Math.min(picture.rows(), box.y() + h / 2 + 1);
        return new Rect(x0, y0, Math.max(1, x1 - x0), Math.max(1, y1 - y0));
    }
}
