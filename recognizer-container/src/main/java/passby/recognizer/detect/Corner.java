package passby.recognizer.detect;

/**
 * A point of the upright picture, in pixels from its upper left.
 *
 * @param x to the right
 * @param y downwards
 */
public record Corner(double x, double y) {
    double distance(Corner other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The point so far on the way to another one; 0 is here, 1 is there, and anything beyond lies on the same line. */
    Corner towards(Corner other, double share) {
        return new Corner(x + share * (other.x - x), y + share * (other.y - y));
    }

    /** Above 0 when the way from here over the middle to the end turns right, as it does clockwise (y points downwards). */
    double turn(Corner middle, Corner end) {
        return (middle.x - x) * (end.y - middle.y) - (middle.y - y) * (end.x - middle.x);
    }
}
