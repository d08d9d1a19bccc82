package passby.recognizer.bench;

import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import passby.recognizer.detect.Quad;
import passby.recognizer.net.Mats;

/**
 * A made-up plate on the back of a drawn car, as a camera might send it. Letters are OpenCV's own, without serifs, thin and bold, so that
 * every machine draws the same picture for the same numbers.
 */
final class DrawnPlate {
    static final int FACES = 4;
    private static final int[] FACE = {
        Imgproc.FONT_HERSHEY_SIMPLEX,
        Imgproc.FONT_HERSHEY_DUPLEX,
        Imgproc.FONT_HERSHEY_SIMPLEX,
        Imgproc.FONT_HERSHEY_DUPLEX
    };
    /** Of strokes, in pixels of the large drawing. */
    private static final int[] THICKNESS = {14, 10, 20, 16};

    private static final int WIDE = 640;
    private static final int HIGH = 320;
    private static final Size SCENE = new Size(640, 384);
    private static final Scalar PAPER = new Scalar(235, 240, 240);
    private static final Scalar INK = new Scalar(60, 20, 20);
    private static final Scalar ROAD = new Scalar(90, 95, 100);
    private static final Scalar PAINT = new Scalar(120, 40, 30);
    private static final Scalar BUMPER = new Scalar(40, 30, 30);

    private DrawnPlate() {}

    /**
     * @param width of the plate in the picture, in pixels
     * @param face 0 to {@link #FACES} - 1
     * @param random for its place, angle, sharpness and the file's quality
     */
    static byte[] jpeg(String serial, int width, int face, Random random) {
        try (var mats = new Mats()) {
            var plate = mats.own(new Mat(HIGH, WIDE, CvType.CV_8UC3, PAPER));
            write(plate, serial, face, INK, 0.57 * HIGH, 0.5 * HIGH);
            Imgproc.rectangle(plate, new Point(0, 0), new Point(WIDE, HIGH), BUMPER, 12);
            var scene = mats.own(new Mat(SCENE, CvType.CV_8UC3, ROAD));
            place(plate, scene, width, random);
            var sharpness = 0.4 + 0.5 * random.nextDouble();
            Imgproc.GaussianBlur(scene, scene, new Size(), sharpness);
            var noise = mats.own(new Mat(SCENE, CvType.CV_8UC3));
            Core.setRNGSeed(random.nextInt());
            Core.randn(noise, 0, 1 + 4 * random.nextDouble());
            Core.add(scene, noise, scene);
            var file = mats.own(new MatOfByte());
            var quality = mats.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 60 + random.nextInt(35)));
            Imgcodecs.imencode(".jpg", scene, file, quality);
            return file.toArray();
        }
    }

    /**
     * As wide as the plate allows, in a line of its own.
     *
     * @param middle of the line, from the plate's upper edge
     * @param height of the line, with which its strokes become thinner than a serial's
     */
    static void write(Mat plate, String text, int face, Scalar ink, double middle, double height) {
        var size = Imgproc.getTextSize(text, FACE[face], 1, 1, new int[1]);
        var scale = Math.min(0.9 * plate.cols() / size.width, height / size.height);
        var at = new Point(plate.cols() / 2.0 - scale * size.width / 2, middle + scale * size.height / 2);
        var thickness = (int) Math.max(1, Math.round(THICKNESS[face] * height / (0.5 * HIGH)));
        Imgproc.putText(plate, text, at, FACE[face], scale, ink, thickness, Imgproc.LINE_AA);
    }

    private static void place(Mat plate, Mat scene, int width, Random random) {
        var x = 240 + 160 * random.nextDouble();
        var y = 200 + 60 * random.nextDouble();
        var w = (double) width;
        Imgproc.rectangle(scene, new Point(x - 1.1 * w, y - 1.2 * w), new Point(x + 1.1 * w, y + 0.6 * w), PAINT, -1);
        Imgproc.rectangle(scene, new Point(x - w, y - 1.1 * w), new Point(x + w, y - 0.7 * w), BUMPER, -1);
        Imgproc.rectangle(scene, new Point(x - 1.1 * w, y + 0.4 * w), new Point(x + 1.1 * w, y + 0.6 * w), BUMPER, -1);
        lay(
                plate,
                scene,
                width,
                List.of(
                        corner(x - w / 2, y - w / 4, w, random),
                        corner(x + w / 2, y - w / 4, w, random),
                        corner(x + w / 2, y + w / 4, w, random),
                        corner(x - w / 2, y + w / 4, w, random)));
    }

    /**
     * Lays a plate into a picture as it is seen from there.
     *
     * @param width of the plate in the picture, in pixels
     * @param corners in the picture, clockwise from the upper left
     */
    static void lay(Mat plate, Mat scene, int width, List<Point> corners) {
        try (var mats = new Mats()) {
            var small = mats.empty();
            var size = new Size(2.0 * width, 2.0 * width * plate.rows() / plate.cols());
            // Shrunk by averaging first, or thin strokes would fall between the pixels.
            Imgproc.resize(plate, small, size, 0, 0, Imgproc.INTER_AREA);
            var from = mats.own(Quad.upright(0, 0, small.cols(), small.rows()).points());
            var to = mats.own(new MatOfPoint2f(corners.toArray(Point[]::new)));
            var way = mats.own(Imgproc.getPerspectiveTransform(from, to));
            Imgproc.warpPerspective(small, scene, way, scene.size(), Imgproc.INTER_AREA, Core.BORDER_TRANSPARENT);
        }
    }

    static Point corner(double x, double y, double width, Random random) {
        return new Point(x + width * 0.02 * random.nextGaussian(), y + width * 0.02 * random.nextGaussian());
    }
}
