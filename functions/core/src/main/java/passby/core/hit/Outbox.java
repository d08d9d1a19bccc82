package passby.core.hit;

import java.time.Instant;
import java.util.List;

/** Hits whose alert may not have gone out yet. Marks are not changes and stand outside transactions. */
public interface Outbox {
    /** At most 100, the oldest first. May lag a moment behind the store. */
    List<HitId> pending();

    /**
     * Moves a hit whose alert did not go out behind all that are pending now, so that it holds up nobody. A hit that is not
     * pending any more stays as it is.
     */
    void postpone(HitId hitId, Instant now);

    /** Marking twice is fine. */
    void markSent(HitId hitId);
}
