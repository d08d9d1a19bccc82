package passby.recognizer;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Our own small net for plates: grey cuts in, steps of characters out; its input's size and its alphabet stand in its file.
 * Zero and the letter O are one class, because on many plates they are one shape; its symbol is the digit. It answers no
 * character where a line is no serial.
 */
final class PlateNet implements TextReader {
    private final Net net;
    private final int height;
    private final int width;
    private final List<String> symbols;

    PlateNet(Net net) {
        var facts = net.facts();
        try {
            this.net = net;
            this.height = Integer.parseInt(facts.getOrDefault("height", ""));
            this.width = Integer.parseInt(facts.getOrDefault("width", ""));
            this.symbols = symbols(facts.getOrDefault("alphabet", ""));
        } catch (NumberFormatException e) {
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
        try (var input = SharedPicture.numbers(cuts.size() * height, width)) {
            for (var n = 0; n < cuts.size(); n++) {
                fill(cuts.get(n), input.mat(), n);
            }
            return net.run(input, new long[] {cuts.size(), height, width}, answer -> {
                var logarithms = Net.numbers(answer, 0);
                return cuts.stream()
                        .map(_ -> lattice(logarithms, logarithms.capacity() / cuts.size()))
                        .toList();
            });
        }
    }

    private void fill(Mat cut, Mat input, int n) {
        try (var mats = new Mats()) {
            var grey = mats.empty();
            Imgproc.cvtColor(cut, grey, Imgproc.COLOR_BGR2GRAY);
            var small = mats.empty();
            Imgproc.resize(grey, small, new Size(width, height), 0, 0, way(cut.cols()));
            small.convertTo(mats.own(input.rowRange(n * height, (n + 1) * height)), CvType.CV_32F);
        }
    }

    private int way(int cut) {
        if (cut > width * 1.3) {
            return Imgproc.INTER_AREA;
        }
        return cut < width ? Imgproc.INTER_CUBIC : Imgproc.INTER_LINEAR;
    }

    /** The net answers logarithms, one line after the other. */
    private Lattice lattice(FloatBuffer logarithms, int ofOneLine) {
        var classes = symbols.size();
        if (ofOneLine % classes != 0) {
            throw new IllegalStateException("the alphabet is not the model's");
        }
        var steps = new ArrayList<float[]>();
        for (var t = 0; t < ofOneLine / classes; t++) {
            var step = new float[classes];
            for (var c = 0; c < classes; c++) {
                step[c] = (float) Math.exp(logarithms.get());
            }
            steps.add(step);
        }
        return new Lattice(symbols, steps);
    }
}
