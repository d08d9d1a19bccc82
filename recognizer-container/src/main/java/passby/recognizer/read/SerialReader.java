package passby.recognizer.read;

import java.util.List;
import java.util.Map;
import org.opencv.core.Mat;
import passby.recognizer.detect.Quad;

/** Reads the serial of a plate whole, in views of slightly different margins that vote; in doubt also as a plate of two lines. */
public final class SerialReader {
    /** How much more than its corners a view shows, in fractions of the plate; less, below 0. */
    private record View(double along, double across, boolean upright) {
        Quad of(Quad plate) {
            return (upright ? plate.bounds() : plate).padded(along, across);
        }
    }

    /** The views of the prototype, four straightened and two upright ones in case the corners are off. */
    private static final List<View> VIEWS = List.of(
            new View(0, 0, false),
            new View(0.05, 0.06, false),
            new View(-0.03, -0.08, false),
            new View(0.02, -0.14, false),
            new View(0.03, 0.05, true),
            new View(0.08, 0.10, true));

    /** Of two lines, which the net reads one by one; it was taught to pass over up to two fifths of the other one. */
    private record Row(double left, double top, double right, double bottom) {
        Quad of(Quad plate) {
            return plate.part(left, top, right, bottom);
        }
    }

    private static final List<Row> UPPER =
            List.of(new Row(0, 0.08, 1, 0.56), new Row(-0.02, 0.02, 1.02, 0.53), new Row(0, 0.14, 1, 0.58));
    private static final List<Row> LOWER =
            List.of(new Row(0, 0.48, 1, 1), new Row(-0.02, 0.44, 1.02, 1.03), new Row(0, 0.52, 1, 0.98));

    /**
     * Width by height up to which a plate may have two lines. Drawn ones have 0.8 to 1.6 and plates of cars 1.8 and more, but less when
     * seen from the side.
     */
    private static final double TWO_LINES = 2;
    /** One drawn plate of two lines in 150 was read as one with a larger share; docs/experiments/recognizer-two-lines.md. */
    private static final double CLEAR = 0.9;

    private final LineNet net;

    public SerialReader(LineNet net) {
        this.net = net;
    }

    /** @return what the plate may say, each with its share of the vote; together at most 1 */
    public Map<String, Double> read(Mat grey, Quad plate) {
        var whole = Votes.of(net.read(grey, VIEWS.stream().map(view -> view.of(plate)).toList()));
        if (whole.best() >= CLEAR || plate.width() > TWO_LINES * plate.height()) {
            return whole.shares();
        }
        var rows = row(grey, plate, UPPER).followedBy(row(grey, plate, LOWER));
        return (rows.best() > whole.best() ? rows : whole).shares();
    }

    private Votes row(Mat grey, Quad plate, List<Row> views) {
        return Votes.of(net.read(grey, views.stream().map(row -> row.of(plate)).toList()));
    }
}
