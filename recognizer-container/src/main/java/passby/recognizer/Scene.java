package passby.recognizer;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import passby.core.recognition.PlateLine;
import passby.core.recognition.SeenText;

/** What was found in one picture so far, over several looks at it; each line is read once. */
final class Scene {
    /** One line and where it was cut. */
    record Found(TextBox box, PlateLine line) {}

    /** Looks add lines; this many are enough for any street, and bound the time. */
    private static final int MAX_LINES = 100;

    private final Mat picture;
    private final LineReader reader;
    private final Deadline deadline;
    private final List<Found> found = new ArrayList<>();

    Scene(Mat picture, LineReader reader, Deadline deadline) {
        this.picture = picture;
        this.reader = reader;
        this.deadline = deadline;
    }

    void add(List<TextBox> boxes) {
        for (var box : Neighbours.withPairs(boxes)) {
            if (found.size() < MAX_LINES
                    && found.stream().noneMatch(f -> f.box().isNearly(box))) {
                deadline.check();
                found.add(new Found(box, reader.read(picture, box)));
            }
        }
    }

    List<Found> found() {
        return List.copyOf(found);
    }

    List<PlateLine> lines() {
        return found.stream().map(Found::line).toList();
    }

    List<SeenText> words() {
        return found.stream().map(f -> f.line().seen()).toList();
    }

    double aspect() {
        return (double) picture.cols() / picture.rows();
    }
}
