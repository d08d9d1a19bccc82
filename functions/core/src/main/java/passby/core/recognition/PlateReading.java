package passby.core.recognition;

import java.util.List;
import passby.core.picture.Box;
import passby.core.picture.Crops;
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;
import passby.core.plate.VehicleColour;

/**
 * One plate of a frame.
 *
 * @param box where the plate is
 * @param candidates 1 to 5 texts, the likeliest first
 * @param state the issuing state, told apart from the text
 * @param colour of the vehicle, for people to compare
 * @param crops what is kept of the frame
 */
public record PlateReading(Box box, List<Candidate> candidates, IssuingState state, VehicleColour colour, Crops crops)
        implements PlateText {
    public static final int MAX_CANDIDATES = 5;

    public PlateReading {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty() || candidates.size() > MAX_CANDIDATES) {
            throw new IllegalArgumentException("a reading has 1 to " + MAX_CANDIDATES + " candidates");
        }
    }

    /** Of an engine that tells no colours. */
    public PlateReading(Box box, List<Candidate> candidates, IssuingState state, Crops crops) {
        this(box, candidates, state, VehicleColour.UNKNOWN, crops);
    }
}
