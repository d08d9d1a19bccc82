package passby.recognizer.container;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import passby.core.picture.Box;
import passby.core.picture.FrameRef;
import passby.recognizer.net.Natives;

/** A frame of the usual size with the back of one car, drawn with OpenCV's own letters. The plate is made up. */
final class DrawnFrame {
    static final FrameRef PLACE = new FrameRef("uploads", "u/0/203101010000/drawn/drawn.jpg");
    static final String SERIAL = "KLM4827";
    static final Box PLATE = new Box(0.375, 0.5, 0.25, 0.22);

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FACE = Imgproc.FONT_HERSHEY_DUPLEX;
    private static final int THICKNESS = 5;
    private static final Scalar ROAD = new Scalar(90, 95, 100);
    private static final Scalar PAINT = new Scalar(120, 40, 30);
    private static final Scalar WHITE = new Scalar(235, 240, 240);
    private static final Scalar INK = new Scalar(60, 20, 20);

    private DrawnFrame() {}

    static byte[] jpeg() {
        Natives.load(1);
        var picture = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, ROAD);
        var file = new MatOfByte();
        try {
            Imgproc.rectangle(picture, new Point(340, 180), new Point(940, 560), PAINT, Imgproc.FILLED);
            Imgproc.rectangle(picture, corner(PLATE.left(), PLATE.top()), opposite(), WHITE, Imgproc.FILLED);
            write(picture);
            Imgcodecs.imencode(".jpg", picture, file);
            return file.toArray();
        } finally {
            List.of(picture, file).forEach(Mat::release);
        }
    }

    private static Point corner(double left, double top) {
        return new Point(left * WIDTH, top * HEIGHT);
    }

    private static Point opposite() {
        return corner(PLATE.right(), PLATE.bottom());
    }

    private static void write(Mat picture) {
        var scale = Imgproc.getFontScaleFromHeight(FACE, 48, THICKNESS);
        var size = Imgproc.getTextSize(SERIAL, FACE, scale, THICKNESS, new int[1]);
        var at = new Point(PLATE.centreX() * WIDTH - size.width / 2, PLATE.centreY() * HEIGHT + size.height / 2);
        Imgproc.putText(picture, SERIAL, at, FACE, scale, INK, THICKNESS, Imgproc.LINE_AA);
    }
}
