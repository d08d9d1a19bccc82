package passby.core.recognition;

import java.util.List;
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;
import passby.core.plate.VehicleColour;

/** What was read of one plate, whoever read it: what hot lists are asked for. */
public interface PlateText {
    /** 1 to {@link PlateReading#MAX_CANDIDATES} texts, the likeliest first. */
    List<Candidate> candidates();

    /** The issuing state, told apart from the text. */
    IssuingState state();

    /** The colour of the vehicle, which no list is asked for; unknown unless whoever read the plate tells it. */
    default VehicleColour colour() {
        return VehicleColour.UNKNOWN;
    }

    default Candidate best() {
        return candidates().getFirst();
    }
}
