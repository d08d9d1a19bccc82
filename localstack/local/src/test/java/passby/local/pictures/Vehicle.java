package passby.local.pictures;

import java.awt.Color;

/**
 * A vehicle on the road.
 *
 * @param centre where its middle stands, in pixels from the left
 * @param ground where its tyres stand, in pixels from the top
 * @param half half its width in pixels
 * @param lean how far its right side is lower than its left for one unit of width: the camera looks slightly from the side
 */
record Vehicle(Shape shape, Color paint, double centre, double ground, double half, double lean, Plated plated) {
    /** What is seen of it. */
    enum Shape {
        SEDAN_REAR,
        SUV_REAR,
        PICKUP_REAR,
        SEDAN_FRONT,
        BOX_TRUCK_REAR,
        SEDAN_SIDE
    }

    /** Whether and what it carries where a plate belongs. */
    sealed interface Plated {
        /** A plate of this design. */
        record With(PlateDesign design, String serial) implements Plated {}

        /** None that could be seen. */
        record Without() implements Plated {}
    }
}
