package passby.recognizer.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import passby.recognizer.detect.Quad;
import passby.recognizer.net.Mats;
import passby.recognizer.net.Net;
import passby.recognizer.net.TensorPicture;

/**
 * A net that reads straightened views of one line each. The size of its input, its channels (1: grey, 3: blue, green, red) and its
 * alphabet stand in its file; it answers natural logarithms, {@value #OUTPUT}: views x steps x classes.
 */
public final class LineNet {
    public static final String OUTPUT = "logp";

    /** Standard deviation in grey levels below which a view shows nothing; no net was taught that, so it would answer at random. */
    private static final double LEAST_CONTRAST = 3;

    private final Net net;
    private final int height;
    private final int width;
    private final int channels;
    private final String alphabet;

    public LineNet(Net net) {
        var metadata = net.metadata();
        try {
            this.net = net;
            this.height = Integer.parseInt(metadata.getOrDefault("height", ""));
            this.width = Integer.parseInt(metadata.getOrDefault("width", ""));
            this.channels = Integer.parseInt(metadata.getOrDefault("channels", "1"));
            this.alphabet = metadata.getOrDefault("alphabet", "");
        } catch (NumberFormatException e) {
            throw new IllegalStateException("the metadata of the net do not say what it reads", e);
        }
    }

    /**
     * @param picture with the net's channels
     * @return one lattice for each view, in their order
     */
    List<Lattice> read(Mat picture, List<Quad> views) {
        try (var input = new TensorPicture(views.size() * height, width, channels)) {
            var shows = new boolean[views.size()];
            for (var n = 0; n < shows.length; n++) {
                shows[n] = draw(picture, views.get(n), input, n * height);
            }
            var shape = channels == 1
                    ? new long[] {shows.length, height, width}
                    : new long[] {shows.length, height, width, channels};
            var logarithms = net.run(input, shape);
            var each = logarithms.length / shows.length;
            return IntStream.range(0, shows.length)
                    .mapToObj(n -> new Lattice(alphabet, shows[n] ? steps(logarithms, n * each, each) : List.of()))
                    .toList();
        }
    }

    /** @return whether there is anything to see */
    private boolean draw(Mat picture, Quad view, TensorPicture input, int row) {
        try (var mats = new Mats()) {
            var cut = mats.own(new Mat(height, width, picture.type()));
            Straightener.into(picture, view, cut);
            cut.convertTo(mats.own(input.rows(row, row + height)), CvType.CV_32F);
            var mean = mats.own(new MatOfDouble());
            var deviation = mats.own(new MatOfDouble());
            Core.meanStdDev(cut, mean, deviation);
            return deviation.toArray()[0] >= LEAST_CONTRAST;
        }
    }

    private List<float[]> steps(float[] logarithms, int from, int length) {
        var classes = 1 + alphabet.length();
        if (length % classes != 0) {
            throw new IllegalStateException("the alphabet is not the model's");
        }
        var steps = new ArrayList<float[]>();
        for (var at = from; at < from + length; at += classes) {
            var step = new float[classes];
            for (var c = 0; c < classes; c++) {
                step[c] = (float) Math.exp(logarithms[at + c]);
            }
            steps.add(step);
        }
        return steps;
    }
}
