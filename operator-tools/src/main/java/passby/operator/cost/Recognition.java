package passby.operator.cost;

import passby.core.policy.RecognizerOrder;

/**
 * How often each engine looks at a frame (product.md, B1), and how long that takes.
 *
 * @param detectText of Rekognition, for each frame
 * @param container whole looks of our recogniser, for each frame
 * @param cuts calls of our recogniser for the crops of what Rekognition read, for each frame
 */
record Recognition(double detectText, double container, double cuts) {
    static Recognition of(RecognizerOrder order) {
        var doubtful = Assumption.DOUBTFUL.value();
        return switch (order) {
            case REKOGNITION_FIRST -> new Recognition(1, doubtful, 1 - doubtful);
            case CONTAINER_FIRST -> new Recognition(doubtful, 1, doubtful);
            case CONTAINER_ONLY -> new Recognition(0, 1, 0);
        };
    }

    /** Seconds of our recogniser for a frame. */
    double containerSeconds() {
        return container * Measured.RECOGNIZE.seconds() + cuts * Measured.CUT_CROPS.seconds();
    }

    /** Seconds of ReadPlates for a frame: it waits for every engine. */
    double readPlatesSeconds() {
        return Measured.READ_PLATES.seconds() + containerSeconds() + detectText * Measured.REKOGNITION.seconds();
    }
}
