package passby.core.recognition;

import java.util.List;

/**
 * A line that {@link PlateChooser} took for a plate.
 *
 * @param box around the serial
 * @param candidates 1 to {@link PlateReading#MAX_CANDIDATES}, the likeliest first; their confidence covers the doubt
 *     whether this is a plate at all
 * @param state by the words around the serial
 */
public record ChosenPlate(Box box, List<Candidate> candidates, IssuingState state) {
    public ChosenPlate {
        candidates = List.copyOf(candidates);
    }

    public Candidate best() {
        return candidates.getFirst();
    }
}
