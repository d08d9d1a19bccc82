package passby.recognizer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import passby.recognizer.net.Mats;
import passby.recognizer.net.Net;
import passby.recognizer.net.TensorPicture;

/**
 * Our own net that finds plates with their corners; its model card stands in the module's README. Input: 1 x 3 x height x
 * width, red first, 0 to 255. Output {@value #OUTPUT}: 48 rows of a score and four corners, the best first.
 */
public final class PlateDetector {
    public static final String OUTPUT = "plates";

    private static final int NUMBERS = 9;
    /** What the net was shown around a picture. */
    private static final Scalar GREY = new Scalar(114, 114, 114);

    /** Below this score there is nothing to look at again: the surest plate of every development picture has 0.3 and more. */
    static final double LEAST_SCORE = 0.1;
    /** Two detections that share more of their bounds are one plate (the net's own rule, from its training). */
    private static final double SAME_PLATE = 0.3;

    private final Net net;

    public PlateDetector(Net net) {
        this.net = net;
    }

    List<Detection> detect(Mat picture, Window window) {
        var rows = (int) window.input().height;
        var cols = (int) window.input().width;
        try (var input = new TensorPicture(3 * rows, cols, 1)) {
            draw(picture, window, input);
            return detections(net.run(input, 1, 3, rows, cols), window);
        }
    }

    private static void draw(Mat picture, Window window, TensorPicture input) {
        try (var mats = new Mats()) {
            var rows = (int) window.input().height;
            var canvas = mats.own(new Mat(window.input(), CvType.CV_8UC3, GREY));
            shrink(picture, window, mats.own(canvas.submat(window.place())));
            var channels = new ArrayList<Mat>();
            Core.split(canvas, channels);
            channels.forEach(mats::own);
            for (var plane = 0; plane < 3; plane++) {
                // OpenCV has blue first, the net red.
                channels.get(2 - plane)
                        .convertTo(mats.own(input.rows(plane * rows, (plane + 1) * rows)), CvType.CV_32F);
            }
        }
    }

    /** By halves first, which is eight times as fast as the mean over odd areas. */
    private static void shrink(Mat picture, Window window, Mat place) {
        try (var mats = new Mats()) {
            var near = mats.own(picture.submat(window.region()));
            while (near.cols() >= 2 * place.cols() && near.rows() >= 2 * place.rows()) {
                var half = mats.empty();
                var size = new Size(Math.floorDiv(near.cols(), 2), Math.floorDiv(near.rows(), 2));
                Imgproc.resize(near, half, size, 0, 0, Imgproc.INTER_AREA);
                near = half;
            }
            Imgproc.resize(near, place, place.size(), 0, 0, Imgproc.INTER_LINEAR);
        }
    }

    /** From the net's rows, in the picture; the best first. */
    static List<Detection> detections(float[] numbers, Window window) {
        var all = new ArrayList<Detection>();
        for (var at = 0; at + NUMBERS <= numbers.length; at += NUMBERS) {
            if (numbers[at] >= LEAST_SCORE) {
                all.add(new Detection(Math.min(1, numbers[at]), quad(numbers, at + 1, window)));
            }
        }
        return distinct(all);
    }

    /** Corners that cross are no view of a plate; the rectangle around them may still be one. */
    private static Quad quad(float[] numbers, int at, Window window) {
        var quad = new Quad(
                window.inPicture(numbers[at], numbers[at + 1]),
                window.inPicture(numbers[at + 2], numbers[at + 3]),
                window.inPicture(numbers[at + 4], numbers[at + 5]),
                window.inPicture(numbers[at + 6], numbers[at + 7]));
        return quad.isConvex() ? quad : quad.bounds();
    }

    /** The best first, and of what lies on a better one, nothing. */
    static List<Detection> distinct(List<Detection> all) {
        var order = new ArrayList<>(all);
        order.sort(Comparator.comparingDouble(Detection::score).reversed());
        var kept = new ArrayList<Detection>();
        for (var each : order) {
            if (kept.stream().noneMatch(better -> better.plate().overlap(each.plate()) > SAME_PLATE)) {
                kept.add(each);
            }
        }
        return List.copyOf(kept);
    }
}
