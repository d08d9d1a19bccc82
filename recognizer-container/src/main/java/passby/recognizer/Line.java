package passby.recognizer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import passby.core.recognition.Confidence;
import passby.core.recognition.PlateLine;
import passby.core.recognition.SeenText;

/** One line of a picture, which is read only as far as somebody asks: at a glance, in all views, as print. */
final class Line {
    private static final Confidence NOTHING = new Confidence(0);

    private final Mat picture;
    private final TextBox box;
    private final LineReader reader;
    private final Votes votes = new Votes();
    private boolean studied;
    private @Nullable SeenText print;

    /** @param picture which the caller frees, after this line's last use */
    Line(Mat picture, TextBox box, LineReader reader) {
        this.picture = picture;
        this.box = box;
        this.reader = reader;
        reader.glance(picture, box, votes);
    }

    TextBox box() {
        return box;
    }

    void study() {
        if (!studied) {
            studied = true;
            reader.study(picture, box, votes);
            PlateLine.of(print()).readings().forEach(votes::addPrint);
        }
    }

    SeenText print() {
        var known = print;
        if (known == null) {
            known = reader.print(picture, box);
            print = known;
        }
        return known;
    }

    boolean isStudied() {
        return studied;
    }

    /** What is known so far; a line that was not read as print carries an empty one. */
    PlateLine known() {
        var known = print;
        var seen = known == null ? new SeenText("", box.within(picture.size()), NOTHING, List.of()) : known;
        return new PlateLine(seen, votes.readings());
    }
}
