package passby.recognizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import passby.core.recognition.ChosenPlate;
import passby.core.recognition.PlateChooser;

/**
 * From an upright picture to the plates in it. The first look is at the whole picture; the second is closer, at what may be
 * plates, where it finds the small print that names the state and the serials whose edges were missed.
 */
final class PlateFinder {
    private static final int LONG_SIDE = 960;
    /** When nothing was found: once more with distant plates in mind. */
    private static final int LONGER_SIDE = 1600;

    private static final int CLOSE_SIDE = 480;
    private static final int CLOSE_LOOKS = 3;
    private static final double LEAST_HEIGHT = 8;
    /** With a line of such promise in the frame, only likely ones are worth the time of a closer look. */
    private static final double CLEAR = 0.6;

    private static final double LIKELY = 0.2;

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
        scene.add(detector.detect(picture, LONG_SIDE));
        if (choose(scene).isEmpty() && Math.max(picture.cols(), picture.rows()) > LONG_SIDE) {
            scene.add(detector.detect(picture, LONGER_SIDE));
        }
        for (var part : worthASecondLook(scene, picture)) {
            deadline.check();
            scene.add(detect(picture, part));
        }
        return choose(scene);
    }

    private List<ChosenPlate> choose(Scene scene) {
        return chooser.choose(scene.lines(), scene.words(), scene.aspect());
    }

    private List<TextBox> detect(Mat picture, Rect part) {
        try (var mats = new Mats()) {
            var close = mats.own(picture.submat(part));
            return detector.detect(close, CLOSE_SIDE).stream()
                    .map(box -> box.moved(part.x, part.y))
                    .toList();
        }
    }

    private record Promising(TextBox box, double promise) {}

    /** The surroundings of the most plate-like lines, none within another. */
    private List<Rect> worthASecondLook(Scene scene, Mat picture) {
        var order = scene.found().stream()
                .filter(found -> found.box().height() >= LEAST_HEIGHT)
                .map(found -> new Promising(found.box(), chooser.promise(found.line(), scene.aspect())))
                .filter(found -> found.promise() > 0)
                .sorted(Comparator.comparingDouble(Promising::promise).reversed())
                .toList();
        var clear = !order.isEmpty() && order.getFirst().promise() >= CLEAR;
        var parts = new ArrayList<Rect>();
        for (var found : order) {
            if (clear && found.promise() < LIKELY) {
                break;
            }
            var isNew =
                    parts.stream().noneMatch(part -> part.contains(found.box().centre()));
            if (isNew && parts.size() < CLOSE_LOOKS) {
                parts.add(around(found.box(), picture));
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
