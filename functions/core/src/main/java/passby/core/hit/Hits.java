package passby.core.hit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Stored hits and their steps. A hit itself is stored with its frame. */
public interface Hits {
    /** With all its steps; read strongly. */
    Optional<Hit> find(HitId hitId);

    /** Those of them that are there, with all their steps; read strongly. */
    default List<Hit> find(List<HitId> hitIds) {
        return hitIds.stream().flatMap(hitId -> find(hitId).stream()).toList();
    }

    /** Hits that have not ended, the newest first, at most 100; with their steps. */
    List<Hit> open();

    /** The next ones of {@link #open()}: those that were raised before that hit, which may have ended meanwhile. */
    List<Hit> openBefore(Hit hit);

    /** Hits whose pending confirmation is due at that time, the longest overdue first, at most 100. May lag a moment. */
    List<HitId> due(Instant now);

    /**
     * Hits that were raised in that span and that nobody has viewed, the oldest first. May lag a moment.
     *
     * @param raisedUntil inclusive
     */
    List<HitId> unviewed(Instant raisedFrom, Instant raisedUntil);

    /**
     * Adds the step of a rejection. The hit, its steps and the reads of its pass that it alone made hits fall to the non-hit
     * clock; the cohorts' tallies say so in the same transaction. A conflict like that of {@link #step}.
     *
     * @param expiresAt their new date; none of them gets a later one
     */
    Commit reject(Hit seen, HitStep.Rejected step, Instant expiresAt, Entry entry);

    /**
     * Adds the step after those of the hit as it was seen; a conflict when there is another one meanwhile. In the same transaction
     * a decision is asked for about each of {@link Hit#entriesToReview} that is still listed.
     */
    Commit step(Hit seen, HitStep step, Entry entry);
}
