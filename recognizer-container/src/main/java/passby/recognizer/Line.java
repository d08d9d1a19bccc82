package passby.recognizer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import passby.core.plate.Confidence;
import passby.core.recognition.PlateLine;
import passby.core.recognition.SeenText;

/** One line of a picture, which is read only as far as somebody asks: at a glance, in all views, as print. */
final class Line {
    private static final Confidence NOTHING = new Confidence(0);

    private final Mat picture;
    private final LineReader reader;
    private final boolean joined;
    private Votes votes = new Votes();
    private TextBox box;
    private boolean studied;
    private boolean printVoted;
    private @Nullable SeenText print;

    /**
     * @param picture which the caller frees, after this line's last use
     * @param joined whether the line is put together of two that were found
     */
    Line(Mat picture, TextBox box, boolean joined, LineReader reader) {
        this.picture = picture;
        this.box = box;
        this.joined = joined;
        this.reader = reader;
        reader.glance(picture, box, votes);
    }

    TextBox box() {
        return box;
    }

    boolean isJoined() {
        return joined;
    }

    /** Another look found this line with other edges: what they show votes too, and further views keep to them. */
    void lookedAgain(TextBox found) {
        box = found;
        studied = false;
        reader.glance(picture, found, votes);
    }

    /** The reader of any print is asked only where the views leave a doubt. */
    void study() {
        if (!studied) {
            studied = true;
            read(box, votes);
            votes.cutShort().ifPresent(this::lengthen);
            if (!printVoted && !votes.isClear()) {
                printVoted = true;
                PlateLine.of(print()).readings().forEach(votes::addPrint);
            }
        }
    }

    private void read(TextBox at, Votes said) {
        reader.study(picture, at, said);
        if (!said.isClear() && said.isSerial()) {
            reader.ponder(picture, at, said);
        }
    }

    /** The box may leave out a character that only wide views show: then a longer box is read, and taken if it shows it well. */
    private void lengthen(TextBox.End end) {
        var longer = box.longer(end, box.width() / votes.likeliest().length());
        var said = new Votes();
        reader.glance(picture, longer, said);
        read(longer, said);
        if (said.completes(votes)) {
            box = longer;
            votes = said;
            print = null;
            printVoted = false;
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

    /** What is known so far; a line that was not read as print carries its best reading, and an empty one before that. */
    PlateLine known() {
        var readings = votes.readings();
        var known = print;
        if (known != null) {
            return new PlateLine(known, readings);
        }
        var text = studied && !readings.isEmpty() ? readings.getFirst().plate().raw() : "";
        return new PlateLine(new SeenText(text, box.within(picture.size()), NOTHING, List.of()), readings);
    }
}
