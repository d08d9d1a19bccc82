package passby.recognizer;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import passby.recognizer.net.Mats;
import passby.recognizer.net.Natives;

/** Pictures drawn for tests, with made-up plates. Drawn by OpenCV, whose letters need no fonts on the machine. */
final class Drawings {
    private static final Scalar ROAD = new Scalar(90, 95, 100);
    private static final Scalar PAINT = new Scalar(120, 40, 30);
    private static final Scalar WHITE = new Scalar(235, 240, 240);
    private static final Scalar INK = new Scalar(60, 20, 20);
    private static final Scalar TYRE = new Scalar(30, 30, 30);
    private static final Scalar GLASS = new Scalar(70, 60, 50);
    private static final Scalar BUMPER = new Scalar(90, 35, 25);
    private static final Scalar LIGHT = new Scalar(40, 40, 190);

    private Drawings() {}

    /** An empty road. */
    static Mat road(int width, int height) {
        Natives.load(1);
        return new Mat(height, width, CvType.CV_8UC3, ROAD);
    }

    /** The back of a car, 300 wide, with a plate of 160 by 80 whose middle is at x, y. */
    static void car(Mat picture, int x, int y, String serial, String state) {
        back(picture, x, y);
        plate(picture, x, y, serial, state);
    }

    private static void back(Mat picture, int x, int y) {
        box(picture, x - 150, y + 60, 50, 50, TYRE);
        box(picture, x + 100, y + 60, 50, 50, TYRE);
        box(picture, x - 120, y - 190, 240, 70, GLASS);
        box(picture, x - 150, y - 130, 300, 190, PAINT);
        box(picture, x - 150, y + 45, 300, 30, BUMPER);
        box(picture, x - 148, y - 100, 45, 50, LIGHT);
        box(picture, x + 103, y - 100, 45, 50, LIGHT);
        Imgproc.line(picture, new Point(x - 150, y - 55), new Point(x + 150, y - 55), TYRE, 2);
    }

    static void plate(Mat picture, int x, int y, String serial, String state) {
        box(picture, x - 84, y - 44, 168, 88, TYRE);
        box(picture, x - 80, y - 40, 160, 80, WHITE);
        write(picture, serial, x, y + 8, 24, 3);
        if (!state.isEmpty()) {
            write(picture, state, x, y - 26, 12, 1);
        }
    }

    private static void box(Mat picture, int x, int y, int width, int height, Scalar colour) {
        Imgproc.rectangle(picture, new Point(x, y), new Point(x + width, y + height), colour, Imgproc.FILLED);
    }

    /** The back of a motorcycle, with a plate of 100 by 80 in two lines whose middle is at x, y. */
    static void motorcycle(Mat picture, int x, int y, String upper, String lower) {
        box(picture, x - 20, y + 30, 40, 120, TYRE);
        box(picture, x - 60, y - 150, 120, 100, PAINT);
        box(picture, x - 30, y - 90, 60, 30, LIGHT);
        box(picture, x - 54, y - 46, 108, 92, TYRE);
        box(picture, x - 50, y - 42, 100, 84, WHITE);
        write(picture, upper, x, y - 15, 24, 3);
        write(picture, lower, x, y + 21, 24, 3);
    }

    /** Text centred at x, y with letters of the given height. */
    static void write(Mat picture, String text, int x, int y, int height, int thickness) {
        var face = Imgproc.FONT_HERSHEY_DUPLEX;
        var scale = Imgproc.getFontScaleFromHeight(face, height, thickness);
        var size = Imgproc.getTextSize(text, face, scale, thickness, new int[1]);
        var at = new Point(x - size.width / 2, y + size.height / 2);
        Imgproc.putText(picture, text, at, face, scale, INK, thickness, Imgproc.LINE_AA);
    }

    static byte[] jpeg(Mat picture) {
        return Pictures.encode(picture, 92).bytes();
    }

    /** The file of a picture that is stored so that the given orientation makes it upright again. */
    static byte[] stored(Mat upright, int orientation) {
        try (var mats = new Mats()) {
            var stored = mats.empty();
            switch (orientation) {
                case 2 -> Core.flip(upright, stored, 1);
                case 3 -> Core.rotate(upright, stored, Core.ROTATE_180);
                case 4 -> Core.flip(upright, stored, 0);
                case 5 -> Core.transpose(upright, stored);
                case 6 -> Core.rotate(upright, stored, Core.ROTATE_90_COUNTERCLOCKWISE);
                case 7 -> {
                    var turned = mats.empty();
                    Core.rotate(upright, turned, Core.ROTATE_180);
                    Core.transpose(turned, stored);
                }
                case 8 -> Core.rotate(upright, stored, Core.ROTATE_90_CLOCKWISE);
                default -> upright.copyTo(stored);
            }
            return JpegBytes.withSegment(jpeg(stored), 0xe1, JpegBytes.exif(orientation));
        }
    }
}
