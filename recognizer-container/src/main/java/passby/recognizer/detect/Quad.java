package passby.recognizer.detect;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import passby.core.picture.Box;

/** Four corners in an upright picture, as a plate seen at an angle has them, clockwise from its own upper left. */
public record Quad(Corner topLeft, Corner topRight, Corner bottomRight, Corner bottomLeft) {
    public static Quad upright(double left, double top, double right, double bottom) {
        return new Quad(
                new Corner(left, top), new Corner(right, top), new Corner(right, bottom), new Corner(left, bottom));
    }

    private List<Corner> corners() {
        return List.of(topLeft, topRight, bottomRight, bottomLeft);
    }

    private DoubleStream xs() {
        return corners().stream().mapToDouble(Corner::x);
    }

    private DoubleStream ys() {
        return corners().stream().mapToDouble(Corner::y);
    }

    public double left() {
        return xs().min().orElseThrow();
    }

    public double right() {
        return xs().max().orElseThrow();
    }

    public double top() {
        return ys().min().orElseThrow();
    }

    public double bottom() {
        return ys().max().orElseThrow();
    }

    /** Mean length of the upper and the lower side, in pixels. */
    public double width() {
        return (topLeft.distance(topRight) + bottomLeft.distance(bottomRight)) / 2;
    }

    /** Mean length of the left and the right side, in pixels. */
    public double height() {
        return (topLeft.distance(bottomLeft) + topRight.distance(bottomRight)) / 2;
    }

    /** The upright rectangle around it. */
    public Quad bounds() {
        return upright(left(), top(), right(), bottom());
    }

    /** False when sides cross or a corner points inwards: such corners are no view of a rectangle. */
    public boolean isConvex() {
        var c = corners();
        return IntStream.range(0, 4).allMatch(i -> c.get(i).turn(c.get((i + 1) % 4), c.get((i + 2) % 4)) > 0);
    }

    /** A part in fractions of the sides; below 0 and above 1 it reaches beyond them. */
    public Quad part(double left, double top, double right, double bottom) {
        return new Quad(at(left, top), at(right, top), at(right, bottom), at(left, bottom));
    }

    private Corner at(double along, double across) {
        return topLeft.towards(topRight, along).towards(bottomLeft.towards(bottomRight, along), across);
    }

    /** How much of the two bounds together both cover, 0 to 1. */
    public double overlap(Quad other) {
        var both = both(other);
        var all = area() + other.area() - both;
        return all > 0 ? both / all : 0;
    }

    /** How much of these bounds lies in the other ones, 0 to 1. */
    public double shareIn(Quad other) {
        return area() > 0 ? both(other) / area() : 0;
    }

    private double both(Quad other) {
        var wide = Math.min(right(), other.right()) - Math.max(left(), other.left());
        var high = Math.min(bottom(), other.bottom()) - Math.max(top(), other.top());
        return Math.max(0, wide) * Math.max(0, high);
    }

    /** Of the bounds, in pixels. */
    public double area() {
        return (right() - left()) * (bottom() - top());
    }

    /** How much of its width lies left or right of a picture so wide, 0 to 1. */
    public double outside(int cols) {
        return Math.clamp(Math.max(-left(), right() - cols) / Math.max(1, right() - left()), 0, 1);
    }

    /** In fractions of a picture of this size, at least a pixel of which lies inside. */
    public Box box(int cols, int rows) {
        var x0 = Math.clamp(left(), 0, cols - 1.0);
        var y0 = Math.clamp(top(), 0, rows - 1.0);
        var x1 = Math.clamp(right(), x0 + 1, cols);
        var y1 = Math.clamp(bottom(), y0 + 1, rows);
        return Box.clipped(x0 / cols, y0 / rows, (x1 - x0) / cols, (y1 - y0) / rows);
    }

    /** For OpenCV, which the caller frees. */
    public MatOfPoint2f points() {
        return new MatOfPoint2f(
                corners().stream().map(c -> new Point(c.x(), c.y())).toArray(Point[]::new));
    }
}
