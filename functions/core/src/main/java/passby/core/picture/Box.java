package passby.core.picture;

/**
 * A rectangle in the upright frame (EXIF rotation applied), in fractions of its width and height, so that an engine that
 * never saw the pixels can speak of it. Parts outside the frame are cut off.
 *
 * @param left 0 to 1
 * @param top 0 to 1
 * @param width above 0, left + width at most 1
 * @param height above 0, top + height at most 1
 */
public record Box(double left, double top, double width, double height) {
    public Box {
        if (!(left >= 0
                && top >= 0
                && width > 0
                && height > 0
                && left + width <= 1 + 1e-9
                && top + height <= 1 + 1e-9)) {
            throw new IllegalArgumentException("a box lies inside the frame");
        }
    }

    /** The part of the given rectangle that lies inside the frame; it must have one. */
    public static Box clipped(double left, double top, double width, double height) {
        var x0 = Math.clamp(left, 0.0, 1.0);
        var y0 = Math.clamp(top, 0.0, 1.0);
        var x1 = Math.clamp(left + width, 0.0, 1.0);
        var y1 = Math.clamp(top + height, 0.0, 1.0);
        return new Box(x0, y0, x1 - x0, y1 - y0);
    }

    /** Whether at least a third of the smaller of the two lies in the other. */
    public boolean overlaps(Box other) {
        var across = Math.min(right(), other.right()) - Math.max(left, other.left);
        var down = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
        var smaller = Math.min(width * height, other.width * other.height);
        return across > 0 && down > 0 && across * down * 3 >= smaller;
    }

    /** Whether the point lies in it, its edges included. */
    public boolean holds(double x, double y) {
        return x >= left && x <= right() && y >= top && y <= bottom();
    }

    public double centreX() {
        return left + width / 2;
    }

    public double centreY() {
        return top + height / 2;
    }

    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }
}
