package passby.core.recognition;

import java.util.List;
import passby.core.picture.Box;
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;

/**
 * A line that {@link PlateChooser} took for a plate.
 *
 * @param box around the serial
 * @param candidates 1 to {@link PlateReading#MAX_CANDIDATES}, the likeliest first; their confidence covers the doubt
 *     whether this is a plate at all
 * @param state by the words around the serial
 */
public record ChosenPlate(Box box, List<Candidate> candidates, IssuingState state) {
    private static final double PLATE_ASIDE = 0.05;
    private static final double PLATE_ACROSS = 0.4;

    public ChosenPlate {
        candidates = List.copyOf(candidates);
    }

    /** The plate around the serial: names and slogans stand above and below it, little stands beside it. */
    public Box plate() {
        var aside = PLATE_ASIDE * box.width();
        var across = PLATE_ACROSS * box.height();
        return Box.clipped(box.left() - aside, box.top() - across, box.width() + 2 * aside, box.height() + 2 * across);
    }

    public Candidate best() {
        return candidates.getFirst();
    }
}
