package passby.recognizer;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Our own small net for plates: grey cuts in, steps of characters out; its input's size and its alphabet stand in its file.
 * Zero and the letter O are one class, because on many plates they are one shape; its symbol is the digit. It answers no
 * character where a line is no serial.
 */
final class PlateNet implements TextReader {
    private final OrtSession net;
    private final int height;
    private final int width;
    private final List<String> symbols;

    PlateNet(OrtSession net) {
        try {
            var facts = net.getMetadata().getCustomMetadata();
            this.net = net;
            this.height = Integer.parseInt(facts.getOrDefault("height", ""));
            this.width = Integer.parseInt(facts.getOrDefault("width", ""));
            this.symbols = symbols(facts.getOrDefault("alphabet", ""));
        } catch (OrtException | NumberFormatException e) {
            throw new IllegalStateException("the net for plates does not say what it reads", e);
        }
    }

    private static List<String> symbols(String alphabet) {
        var symbols = new ArrayList<String>();
        symbols.add("");
        alphabet.chars().forEach(c -> symbols.add(Character.toString(c)));
        return List.copyOf(symbols);
    }

    @Override
    public List<Lattice> read(List<Mat> cuts) {
        if (cuts.isEmpty()) {
            return List.of();
        }
        var input = new float[cuts.size() * height * width];
        for (var n = 0; n < cuts.size(); n++) {
            fill(cuts.get(n), input, n * height * width);
        }
        var answer = Tensors.run(net, input, cuts.size(), height, width);
        var lattices = new ArrayList<Lattice>();
        for (var n = 0; n < cuts.size(); n++) {
            lattices.add(lattice(answer, n));
        }
        return lattices;
    }

    private void fill(Mat cut, float[] input, int from) {
        try (var mats = new Mats()) {
            var grey = mats.empty();
            Imgproc.cvtColor(cut, grey, Imgproc.COLOR_BGR2GRAY);
            var small = mats.empty();
            Imgproc.resize(grey, small, new Size(width, height), 0, 0, way(cut.cols()));
            var bytes = new byte[height * width];
            small.get(0, 0, bytes);
            for (var i = 0; i < bytes.length; i++) {
                input[from + i] = bytes[i] & 0xff;
            }
        }
    }

    private int way(int cut) {
        if (cut > width * 1.3) {
            return Imgproc.INTER_AREA;
        }
        return cut < width ? Imgproc.INTER_CUBIC : Imgproc.INTER_LINEAR;
    }

    /** The net answers logarithms. */
    private Lattice lattice(Tensors.Answer answer, int n) {
        var steps = answer.size(1);
        var classes = answer.size(2);
        if (classes != symbols.size()) {
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
        return new Lattice(symbols, probabilities);
    }
}
