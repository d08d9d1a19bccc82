package passby.recognizer;

import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** PP-OCRv4's text recognition (SVTR-LCNet), which knows print of every kind: words, dates, state names, and plates so-so. */
final class PaddleReader implements TextReader {
    private static final int HEIGHT = 48;
    /** The net was trained on lines of 320; shorter ones read as well and take a fraction of the time. */
    private static final int LEAST_WIDTH = 96;

    private static final int STEP = 8;

    private static final int MAX_WIDTH = 960;
    private static final float[] HALF = {0.5f, 0.5f, 0.5f};

    private final OrtSession net;
    private final List<String> symbols;

    /** @param alphabet one character a line, in the order of the net's classes */
    PaddleReader(OrtSession net, List<String> alphabet) {
        this.net = net;
        var all = new ArrayList<String>(alphabet.size() + 2);
        all.add("");
        all.addAll(alphabet);
        all.add(" ");
        this.symbols = List.copyOf(all);
    }

    @Override
    public List<Lattice> read(List<Mat> cuts) {
        return cuts.stream().map(this::read).toList();
    }

    private Lattice read(Mat cut) {
        var natural = (int) Math.ceil((double) HEIGHT * cut.cols() / cut.rows());
        var w = Math.clamp(natural, 16, MAX_WIDTH);
        var plane = Math.max(LEAST_WIDTH, Math.ceilDiv(w, STEP) * STEP);
        try (var mats = new Mats()) {
            var line = mats.empty();
            var way = cut.rows() > HEIGHT ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC;
            Imgproc.resize(cut, line, new Size(w, HEIGHT), 0, 0, way);
            var answer = Tensors.run(net, Tensors.planes(line, plane, HALF, HALF), 1, 3, HEIGHT, plane);
            var classes = answer.size(2);
            if (classes != symbols.size()) {
                throw new IllegalStateException("the alphabet is not the model's");
            }
            var steps = new ArrayList<float[]>();
            for (var t = 0; t < answer.size(1); t++) {
                steps.add(Arrays.copyOfRange(answer.values(), t * classes, (t + 1) * classes));
            }
            return new Lattice(symbols, steps);
        }
    }
}
