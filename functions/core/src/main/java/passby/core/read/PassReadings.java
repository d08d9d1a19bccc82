package passby.core.read;

import java.time.Instant;
import java.util.List;

/**
 * What the frames of passes read, for as long as it takes to compare them. Only passes that a camera names are here: of any
 * other, nobody knows which frames belong together.
 */
public interface PassReadings {
    /** Of one pass; what comes later is compared with them and not kept, so that no camera makes a row grow without end. */
    int MOST = 24;

    /**
     * Adds a reading in one step, so that of two frames at once one sees both, wherever they are read.
     *
     * @param expiresAt of the pass from now on
     * @return all readings of the pass, in no order; without the one at hand where there are {@link #MOST}
     */
    List<PassReading> add(String passId, PassReading reading, Instant expiresAt);
}
