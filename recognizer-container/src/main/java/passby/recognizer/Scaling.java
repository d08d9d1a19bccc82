package passby.recognizer;

import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Brings a picture to the size of another. Shrinking by halves first is eight times as fast as the mean over odd areas. */
final class Scaling {
    private Scaling() {}

    static void into(Mat picture, Mat target) {
        try (var mats = new Mats()) {
            var near = picture;
            while (near.cols() >= 2 * target.cols() && near.rows() >= 2 * target.rows()) {
                var half = mats.empty();
                var size = new Size(Math.floorDiv(near.cols(), 2), Math.floorDiv(near.rows(), 2));
                Imgproc.resize(near, half, size, 0, 0, Imgproc.INTER_AREA);
                near = half;
            }
            var way = near.cols() < target.cols() ? Imgproc.INTER_CUBIC : Imgproc.INTER_LINEAR;
            Imgproc.resize(near, target, target.size(), 0, 0, way);
        }
    }
}
