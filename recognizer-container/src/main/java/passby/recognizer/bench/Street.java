package passby.recognizer.bench;

import java.awt.Dimension;
import java.util.List;
import passby.core.picture.Box;
import passby.core.picture.Jpeg;

/**
 * A picture of several known plates.
 *
 * @param picture as a camera sends it
 * @param plates in it; one without a text is hidden or cut, and may be read and need not be
 */
record Street(Jpeg picture, Dimension size, List<Sample> plates) {
    Street {
        plates = List.copyOf(plates);
    }

    /** @param plates of one picture, at least one */
    static Street of(List<Sample> plates) {
        var first = plates.getFirst();
        return new Street(new Jpeg(first.jpeg()), first.size(), plates);
    }

    /** The plates that must be read. */
    List<Sample> asked() {
        return plates.stream().filter(plate -> !plate.text().isEmpty()).toList();
    }

    boolean isAt(Sample plate, Box box) {
        return plate.isAt(box, size);
    }
}
