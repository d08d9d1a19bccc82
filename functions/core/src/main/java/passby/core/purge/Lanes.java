package passby.core.purge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.retention.Cohort;

/** The lanes of the purge. Only one worker has a lane at a time. */
public interface Lanes {
    /**
     * Claims a lane that nobody has claimed, or whose claim has ended. A claim that ends later than the one asked for was
     * made by a clock that ran ahead, and counts as ended.
     *
     * @return the lane with the batch that an earlier worker left, if any; empty when another worker has it
     */
    Optional<Lane> claim(int number, String worker, Instant now, Instant until);

    /** Replaces the lane's row by its next revision. @return false when another worker has claimed it since */
    boolean save(Lane lane);

    /**
     * Ends the lane's batch: one transaction of its next revision without a batch, the cohorts' tallies and the receipt. A
     * conflict when another worker has claimed the lane since.
     *
     * @param purged how many reads of each cohort were deleted, at most {@link PurgeDue#MAX_COHORTS} cohorts
     */
    Commit close(Lane lane, Map<Cohort, Long> purged, Entry receipt);
}
