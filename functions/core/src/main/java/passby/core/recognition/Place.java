package passby.core.recognition;

import passby.core.picture.Box;

/**
 * A box in units of the frame's height, so that its sides can be compared with each other.
 *
 * @param x of its centre
 * @param y of its centre
 */
record Place(double x, double y, double width, double height) {
    /** @param aspect the frame's width by its height */
    static Place of(Box box, double aspect) {
        return new Place(box.centreX() * aspect, box.centreY(), box.width() * aspect, box.height());
    }

    double slimness() {
        return width / height;
    }

    /** How much of the smaller of the two lies in the other. */
    double shared(Place other) {
        var w = overlap(x, width, other.x, other.width);
        var h = overlap(y, height, other.y, other.height);
        return w * h / Math.min(width * height, other.width * other.height);
    }

    /** Empty space between the two along the line; below 0 if they overlap. */
    double gapAlong(Place other) {
        return Math.abs(x - other.x) - (width + other.width) / 2;
    }

    /** Empty space between the two across the line; below 0 if they overlap. */
    double gapAcross(Place other) {
        return Math.abs(y - other.y) - (height + other.height) / 2;
    }

    boolean sameSizeAs(Place other, double ratio) {
        return Math.min(height, other.height) >= ratio * Math.max(height, other.height);
    }

    private static double overlap(double one, double oneLength, double other, double otherLength) {
        var from = Math.max(one - oneLength / 2, other - otherLength / 2);
        var to = Math.min(one + oneLength / 2, other + otherLength / 2);
        return Math.max(0, to - from);
    }
}
