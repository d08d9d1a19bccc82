package passby.recognizer;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import passby.core.recognition.PlateLine;
import passby.core.recognition.SeenText;

/** What was found in one picture so far, over several looks at it; each line is glanced at once. */
final class Scene {
    /** Looks add lines; this many are enough for any street, and bound the time. */
    private static final int MAX_LINES = 100;

    private final Mat picture;
    private final LineReader reader;
    private final Deadline deadline;
    private final List<Line> lines = new ArrayList<>();

    Scene(Mat picture, LineReader reader, Deadline deadline) {
        this.picture = picture;
        this.reader = reader;
        this.deadline = deadline;
    }

    void add(List<TextBox> boxes) {
        boxes.forEach(box -> add(box, false));
        Neighbours.pairs(boxes).forEach(box -> add(box, true));
    }

    private void add(TextBox box, boolean joined) {
        if (lines.stream().anyMatch(line -> line.box().isNearly(box))) {
            return;
        }
        deadline.check();
        var known = lines.stream().filter(line -> line.box().isAgain(box)).findFirst();
        if (known.isPresent()) {
            known.get().lookedAgain(box);
        } else if (lines.size() < MAX_LINES) {
            lines.add(new Line(picture, box, joined, reader));
        }
    }

    /** Reads a line in all views, and what stands around it as print: a name, a slogan, a sentence. */
    void study(Line promising) {
        promising.study();
        lines.stream()
                .filter(other -> !other.isJoined()
                        && promising.box().isBeside(other.box())
                        && !promising.box().isAbout(other.box()))
                .forEach(Line::print);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    List<PlateLine> studied() {
        return lines.stream().filter(Line::isStudied).map(Line::known).toList();
    }

    List<SeenText> words() {
        return lines.stream().map(line -> line.known().seen()).toList();
    }

    double aspect() {
        return (double) picture.cols() / picture.rows();
    }
}
