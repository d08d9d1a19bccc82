package passby.recognizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.RotatedRect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * PP-OCRv4's text detection (differentiable binarisation, Liao et al. 2020): a map of how likely each pixel is inside a line
 * of text, whose islands become boxes. The net draws islands thinner than the text, so each is grown again.
 */
final class PaddleDetector implements TextDetector {
    /** More lines than this are a page of text, not a street; the tallest are kept. */
    static final int MAX_BOXES = 100;

    private static final double INSIDE = 0.3;
    private static final double MIN_SCORE = 0.4;
    private static final double GROWTH = 1.5;
    private static final double MIN_SIDE = 3;
    /** The net halves its input five times. */
    private static final int GRID = 32;

    private final Net net;

    PaddleDetector(Net net) {
        this.net = net;
    }

    @Override
    public List<TextBox> detect(Mat picture, int longSide) {
        var scale = (double) longSide / Math.max(picture.cols(), picture.rows());
        var w = onGrid(picture.cols() * scale);
        var h = onGrid(picture.rows() * scale);
        try (var small = SharedPicture.colours(h, w);
                var map = SharedPicture.numbers(h, w)) {
            Scaling.into(picture, small.mat());
            net.run(small, new long[] {1, h, w, 3}, map, new long[] {1, 1, h, w});
            return boxes(map.mat(), (double) picture.cols() / w, (double) picture.rows() / h);
        }
    }

    private static int onGrid(double pixels) {
        return Math.max(GRID, Math.toIntExact(Math.round(pixels / GRID)) * GRID);
    }

    private static List<TextBox> boxes(Mat map, double scaleX, double scaleY) {
        var islands = new ArrayList<MatOfPoint>();
        try (var mats = new Mats()) {
            var inside = mats.empty();
            Imgproc.threshold(map, inside, INSIDE, 255, Imgproc.THRESH_BINARY);
            inside.convertTo(inside, CvType.CV_8U);
            Imgproc.findContours(inside, islands, mats.empty(), Imgproc.RETR_LIST, Imgproc.CHAIN_APPROX_SIMPLE);
            islands.forEach(mats::own);
            return islands.stream()
                    .map(island -> box(map, island, scaleX, scaleY))
                    .flatMap(Optional::stream)
                    .sorted((a, b) -> Double.compare(b.height(), a.height()))
                    .limit(MAX_BOXES)
                    .toList();
        }
    }

    private static Optional<TextBox> box(Mat map, MatOfPoint island, double scaleX, double scaleY) {
        try (var mats = new Mats()) {
            var points = mats.own(new MatOfPoint2f(island.toArray()));
            var tilted = Imgproc.minAreaRect(points);
            if (Math.min(tilted.size.width, tilted.size.height) < MIN_SIDE) {
                return Optional.empty();
            }
            var score = score(map, island);
            return score < MIN_SCORE ? Optional.empty() : Optional.of(grown(tilted, score, scaleX, scaleY));
        }
    }

    private static double score(Mat map, MatOfPoint island) {
        var around = Imgproc.boundingRect(island);
        try (var mats = new Mats()) {
            var part = mats.own(map.submat(around));
            var mask = mats.own(Mat.zeros(around.height, around.width, CvType.CV_8U));
            Imgproc.drawContours(
                    mask,
                    List.of(island),
                    0,
                    new Scalar(1),
                    Imgproc.FILLED,
                    Imgproc.LINE_8,
                    mats.empty(),
                    0,
                    new Point(-around.x, -around.y));
            return Core.mean(part, mask).val[0];
        }
    }

    private static TextBox grown(RotatedRect tilted, double score, double scaleX, double scaleY) {
        var w = tilted.size.width;
        var h = tilted.size.height;
        var degrees = tilted.angle;
        while (degrees > 45) {
            degrees -= 90;
            var swap = w;
            w = h;
            h = swap;
        }
        while (degrees < -45) {
            degrees += 90;
            var swap = w;
            w = h;
            h = swap;
        }
        var more = 2 * w * h * GROWTH / (2 * (w + h));
        return new TextBox(
                tilted.center.x * scaleX,
                tilted.center.y * scaleY,
                (w + more) * scaleX,
                (h + more) * scaleY,
                Math.toRadians(degrees),
                score);
    }
}
