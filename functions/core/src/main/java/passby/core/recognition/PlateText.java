package passby.core.recognition;

import java.util.List;
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;

/** What was read of one plate, whoever read it: what hot lists are asked for. */
public interface PlateText {
    /** 1 to {@link PlateReading#MAX_CANDIDATES} texts, the likeliest first. */
    List<Candidate> candidates();

    /** The issuing state, told apart from the text. */
    IssuingState state();

    default Candidate best() {
        return candidates().getFirst();
    }
}
