package passby.operator.cost;

import passby.core.policy.RecognizerOrder;

/**
 * How often each engine looks at a frame (product.md, B1), and how long that takes.
 *
 * @param detectText of Rekognition, for each frame
 * @param container whole looks of our recogniser, for each frame
 * @param cuts calls of our recogniser for the crops of what Rekognition read, for each frame
 */
public record Recognition(double detectText, double container, double cuts) {
    public static Recognition of(RecognizerOrder order) {
        var doubtful = Assumption.DOUBTFUL.value();
        return switch (order) {
            case REKOGNITION_FIRST -> new Recognition(1, doubtful, 1 - doubtful);
            case CONTAINER_FIRST -> new Recognition(doubtful, 1, doubtful);
            case CONTAINER_ONLY -> new Recognition(0, 1, 0);
        };
    }

    /** Seconds of our recogniser for a frame. */
    public double containerSeconds() {
        return container * Measured.RECOGNIZE.seconds() + cuts * Measured.CUT_CROPS.seconds();
    }

    /** The same as a month of frames is billed: by what is measured today, where places are planned for a slow frame. */
    double billedReadPlatesSeconds() {
        return readPlatesSeconds()
                - (Measured.READ_PLATES.seconds() - Measured.READ_PLATES_MEAN.seconds())
                - container * (Measured.RECOGNIZE.seconds() - Measured.RECOGNIZE_MEAN.seconds());
    }

    /** Seconds of ReadPlates for a frame: it waits for every engine. */
    public double readPlatesSeconds() {
        return Measured.READ_PLATES.seconds() + containerSeconds() + detectText * Measured.REKOGNITION.seconds();
    }
}
