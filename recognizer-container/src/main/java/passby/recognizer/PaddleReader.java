package passby.recognizer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** PP-OCRv4's text recognition (SVTR-LCNet), which knows print of every kind: words, dates, state names, and plates so-so. */
final class PaddleReader implements PrintReader {
    private static final int HEIGHT = 48;
    /** The net was trained on lines of 320; shorter ones read as well and take a fraction of the time. */
    private static final int LEAST_WIDTH = 96;

    private static final int STEP = 8;

    private static final int MAX_WIDTH = 960;
    /** In the middle between black and white: to the net, nothing. */
    private static final Scalar GREY = Scalar.all(128);

    private final Net net;
    private final List<String> symbols;

    /** @param alphabet one character a line, in the order of the net's classes */
    PaddleReader(Net net, List<String> alphabet) {
        this.net = net;
        var all = new ArrayList<String>(alphabet.size() + 2);
        all.add("");
        all.addAll(alphabet);
        all.add(" ");
        this.symbols = List.copyOf(all);
    }

    @Override
    public ReadPrint read(Mat cut) {
        var natural = (int) Math.ceil((double) HEIGHT * cut.cols() / cut.rows());
        var w = Math.clamp(natural, 16, MAX_WIDTH);
        var plane = Math.max(LEAST_WIDTH, Math.ceilDiv(w, STEP) * STEP);
        try (var line = SharedPicture.colours(HEIGHT, plane);
                var mats = new Mats()) {
            line.mat().setTo(GREY);
            var way = cut.rows() > HEIGHT ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC;
            var text = mats.own(line.mat().colRange(0, w));
            Imgproc.resize(cut, text, text.size(), 0, 0, way);
            return net.run(line, new long[] {1, HEIGHT, plane, 3}, this::print);
        }
    }

    /** The likeliest class of every step; a character stands where it changes. */
    private ReadPrint print(OrtSession.Result answer) {
        var classes = ((OnnxTensor) answer.get(0)).getLongBuffer();
        var probabilities = Net.numbers(answer, 1);
        var text = new StringBuilder();
        var characters = new ArrayList<Double>();
        var before = 0;
        while (classes.hasRemaining()) {
            var best = Math.toIntExact(classes.get());
            var probability = Math.min(1, (double) probabilities.get());
            if (best != 0 && best != before) {
                text.append(symbols.get(best));
                characters.addAll(Collections.nCopies(symbols.get(best).length(), probability));
            }
            before = best;
        }
        return new ReadPrint(text.toString(), characters);
    }
}
