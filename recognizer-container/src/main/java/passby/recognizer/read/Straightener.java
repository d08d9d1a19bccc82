package passby.recognizer.read;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import passby.recognizer.detect.Quad;
import passby.recognizer.net.Mats;

/** Cuts what four corners enclose as if it were seen from the front. */
final class Straightener {
    /** How much larger than asked a cut is sampled at most before it is shrunk: a plate of 1280 pixels, pixel by pixel. */
    private static final int MOST_TIMES = 8;

    private Straightener() {}

    /** @param target of the size that is wanted, with the picture's channels */
    static void into(Mat picture, Quad part, Mat target) {
        try (var mats = new Mats()) {
            var times = Math.clamp((int) Math.ceil(part.width() / target.cols()), 1, MOST_TIMES);
            var size = new Size((double) target.cols() * times, (double) target.rows() * times);
            var from = mats.own(part.points());
            var to = mats.own(Quad.upright(0, 0, size.width, size.height).points());
            var way = mats.own(Imgproc.getPerspectiveTransform(from, to));
            var cut = mats.empty();
            Imgproc.warpPerspective(picture, cut, way, size, Imgproc.INTER_CUBIC, Core.BORDER_REPLICATE);
            Imgproc.resize(cut, target, target.size(), 0, 0, Imgproc.INTER_AREA);
        }
    }
}
