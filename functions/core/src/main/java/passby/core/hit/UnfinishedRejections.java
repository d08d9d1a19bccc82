package passby.core.hit;

import java.time.Instant;
import java.util.List;

/**
 * Rejected hits of which something may still count as a hit: of a pass with hundreds of frames, or of one that a whole shift
 * looked at, more must fall to the non-hit clock than one transaction takes; and as long as the pass lasts, further frames of it
 * may come.
 */
public interface UnfinishedRejections {
    /** At most 100, the oldest first. May lag a moment. */
    List<HitId> unfinished();

    /**
     * Dates the hit, its steps and the reads of its pass that it alone made hits. Done again for the same hit it goes on where it
     * was cut off.
     *
     * @param expiresAt their new date; none of them gets a later one
     * @param isLast whether no more frames are waited for; else the rejection stays unfinished
     */
    void finish(Hit rejected, Instant expiresAt, boolean isLast);
}
