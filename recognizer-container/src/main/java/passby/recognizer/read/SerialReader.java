package passby.recognizer.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opencv.core.Mat;
import passby.recognizer.detect.Quad;

/** Reads the serial of a plate whole, in views of slightly different margins that vote; in doubt also as a plate of two lines. */
public final class SerialReader {
    /** A part of the plate, in fractions of its sides. */
    private record Part(double left, double top, double right, double bottom) {
        Quad of(Quad plate) {
            return plate.part(left, top, right, bottom);
        }
    }

    /** The plate, a little more and a little less; up to eight views read no more of dev (docs/experiments/2026-11-28-recognizer-detector-first.md). */
    private static final List<Part> WHOLE =
            List.of(new Part(0, 0, 1, 1), new Part(-0.05, -0.06, 1.05, 1.06), new Part(0.03, 0.08, 0.97, 0.92));

    /** Of two lines, which the net reads one by one; it was taught to pass over up to two fifths of the other one. */
    private static final List<Part> UPPER =
            List.of(new Part(0, 0.08, 1, 0.56), new Part(-0.02, 0.02, 1.02, 0.53), new Part(0, 0.14, 1, 0.58));

    private static final List<Part> LOWER =
            List.of(new Part(0, 0.48, 1, 1), new Part(-0.02, 0.44, 1.02, 1.03), new Part(0, 0.52, 1, 0.98));

    /** Width by height up to which a plate may have two lines: drawn ones have 0.8 to 1.6. */
    private static final double TWO_LINES = 1.75;
    /** One drawn plate of two lines in 150 was read as one with a larger share. */
    private static final double CLEAR = 0.9;
    /** What has less in the first view is no serial in one line: 171 of 186 detections beside the plates of dev, and none of those. */
    private static final double HOPELESS = 0.3;

    /** From here on more views change nothing: on half a as many are right and as many confident without them. */
    private static final double BEYOND_DOUBT = 0.98;

    private final LineNet net;

    public SerialReader(LineNet net) {
        this.net = net;
    }

    /** @return what the plate may say, each with its share of the vote; together at most 1 */
    public Map<String, Double> read(Mat grey, Quad plate) {
        var whole = whole(grey, plate);
        if (whole.best() >= CLEAR || plate.width() > TWO_LINES * plate.height()) {
            return whole.shares();
        }
        var rows = Votes.of(lattices(grey, plate, UPPER)).followedBy(Votes.of(lattices(grey, plate, LOWER)));
        return (rows.best() > whole.best() ? rows : whole).shares();
    }

    private Votes whole(Mat grey, Quad plate) {
        var views = new ArrayList<>(lattices(grey, plate, WHOLE.subList(0, 1)));
        var first = Votes.of(views);
        if (first.best() < HOPELESS || first.best() >= BEYOND_DOUBT) {
            return first;
        }
        views.addAll(lattices(grey, plate, WHOLE.subList(1, WHOLE.size())));
        return Votes.of(views);
    }

    private List<Lattice> lattices(Mat grey, Quad plate, List<Part> views) {
        return net.read(grey, views.stream().map(part -> part.of(plate)).toList());
    }
}
