package passby.recognizer;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import passby.core.picture.Box;

/**
 * A tilted rectangle around one line of text, in pixels of the upright picture.
 *
 * @param x of its centre
 * @param y of its centre
 * @param width along the line
 * @param height of the line
 * @param angle of the line against the horizontal in radians, clockwise, at most a quarter of pi either way
 * @param score how sure the detector is that this is text, 0 to 1
 */
record TextBox(double x, double y, double width, double height, double angle, double score) {
    /** Where a line is begun or ended. */
    enum End {
        FIRST,
        LAST
    }

    double slimness() {
        return width / height;
    }

    Point centre() {
        return new Point(x, y);
    }

    TextBox moved(double right, double down) {
        return new TextBox(x + right, y + down, width, height, angle, score);
    }

    /** Whether another look found this box again. */
    boolean isNearly(TextBox other) {
        return Math.hypot(x - other.x, y - other.y) < 0.15 * height
                && Math.abs(width - other.width) < 0.1 * width
                && Math.abs(height - other.height) < 0.15 * height;
    }

    /** Whether a look of another kind found the same line, with other edges. */
    boolean isAgain(TextBox other) {
        var lower = Math.min(height, other.height);
        return Math.hypot(x - other.x, y - other.y) < 0.4 * lower
                && Math.abs(width - other.width) < 0.8 * lower
                && Math.abs(height - other.height) < 0.6 * lower;
    }

    /** Whether the two are mostly one place. */
    boolean isAbout(TextBox other) {
        return Math.abs(x - other.x) < (width + other.width) / 4 && Math.abs(y - other.y) < (height + other.height) / 4;
    }

    /** Whether the other stands so near that it belongs to the same plate, or to the same sentence. */
    boolean isBeside(TextBox other) {
        return Math.abs(x - other.x) < (width + other.width) / 2 + height
                && Math.abs(y - other.y) < (height + other.height) / 2 + height;
    }

    private Point at(double along, double across) {
        var cos = Math.cos(angle);
        var sin = Math.sin(angle);
        return new Point(x + along * cos - across * sin, y + along * sin + across * cos);
    }

    private List<Point> corners(double w, double h) {
        return List.of(at(-w / 2, -h / 2), at(w / 2, -h / 2), at(w / 2, h / 2), at(-w / 2, h / 2));
    }

    /** This box with more around it, in units of its height. */
    TextBox padded(double alongHeights, double acrossHeights) {
        return new TextBox(x, y, width + 2 * alongHeights * height, height * (1 + 2 * acrossHeights), angle, score);
    }

    /** This box with more of its line, in pixels. */
    TextBox longer(End end, double pixels) {
        var centre = at(end == End.FIRST ? -pixels / 2 : pixels / 2, 0);
        return new TextBox(centre.x, centre.y, width + pixels, height, angle, score);
    }

    TextBox turned(double more) {
        return new TextBox(x, y, width, height, angle + more, score);
    }

    /** The upright rectangle around this box in fractions of the picture. */
    Box within(Size picture) {
        var cos = Math.abs(Math.cos(angle));
        var sin = Math.abs(Math.sin(angle));
        var w = width * cos + height * sin;
        var h = width * sin + height * cos;
        return Box.clipped(
                (x - w / 2) / picture.width, (y - h / 2) / picture.height, w / picture.width, h / picture.height);
    }

    /** What the picture shows in this box, turned level, pixel for pixel; the caller frees it. */
    Mat cut(Mat picture) {
        var w = Math.max(8, Math.round(width));
        var h = Math.max(6, Math.round(height));
        try (var mats = new Mats()) {
            var from = mats.own(new MatOfPoint2f(corners(width, height).toArray(Point[]::new)));
            var to = mats.own(new MatOfPoint2f(new Point(0, 0), new Point(w, 0), new Point(w, h), new Point(0, h)));
            var turn = mats.own(Imgproc.getPerspectiveTransform(from, to));
            var level = new Mat();
            Imgproc.warpPerspective(picture, level, turn, new Size(w, h), Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE);
            return level;
        }
    }
}
