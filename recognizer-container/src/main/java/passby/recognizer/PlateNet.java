package passby.recognizer;

import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Our own small net for plates: grey cuts of 48 by 128 in, 32 steps of 35 characters out. Zero and the letter O are one
 * class, because on many plates they are one shape; its symbol is the digit.
 */
final class PlateNet implements TextReader {
    private static final int HEIGHT = 48;
    private static final int WIDTH = 128;
    private static final List<String> SYMBOLS = symbols();

    private final OrtSession net;

    PlateNet(OrtSession net) {
        this.net = net;
    }

    private static List<String> symbols() {
        var symbols = new ArrayList<String>();
        symbols.add("");
        "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ".chars().forEach(c -> symbols.add(Character.toString(c)));
        return List.copyOf(symbols);
    }

    @Override
    public List<Lattice> read(List<Mat> cuts) {
        if (cuts.isEmpty()) {
            return List.of();
        }
        var input = new float[cuts.size() * HEIGHT * WIDTH];
        for (var n = 0; n < cuts.size(); n++) {
            fill(cuts.get(n), input, n * HEIGHT * WIDTH);
        }
        var answer = Tensors.run(net, input, cuts.size(), HEIGHT, WIDTH);
        var lattices = new ArrayList<Lattice>();
        for (var n = 0; n < cuts.size(); n++) {
            lattices.add(lattice(answer, n));
        }
        return lattices;
    }

    private static void fill(Mat cut, float[] input, int from) {
        try (var mats = new Mats()) {
            var grey = mats.empty();
            Imgproc.cvtColor(cut, grey, Imgproc.COLOR_BGR2GRAY);
            var small = mats.empty();
            Imgproc.resize(grey, small, new Size(WIDTH, HEIGHT), 0, 0, way(cut.cols()));
            var bytes = new byte[HEIGHT * WIDTH];
            small.get(0, 0, bytes);
            for (var i = 0; i < bytes.length; i++) {
                input[from + i] = bytes[i] & 0xff;
            }
        }
    }

    private static int way(int width) {
        if (width > WIDTH * 1.3) {
            return Imgproc.INTER_AREA;
        }
        return width < WIDTH ? Imgproc.INTER_CUBIC : Imgproc.INTER_LINEAR;
    }

    /** The net answers logarithms. */
    private static Lattice lattice(Tensors.Answer answer, int n) {
        var steps = answer.size(1);
        var classes = answer.size(2);
        if (classes != SYMBOLS.size()) {
            throw new IllegalStateException("the alphabet is not the model's");
        }
        var probabilities = new ArrayList<float[]>(steps);
        for (var t = 0; t < steps; t++) {
            var step = new float[classes];
            for (var c = 0; c < classes; c++) {
                step[c] = (float) Math.exp(answer.values()[(n * steps + t) * classes + c]);
            }
            probabilities.add(step);
        }
        return new Lattice(SYMBOLS, probabilities);
    }
}
