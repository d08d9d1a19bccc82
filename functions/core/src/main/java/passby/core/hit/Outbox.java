package passby.core.hit;

import java.util.List;

/** Hits whose alert may not have gone out yet. Marks are not changes and stand outside transactions. */
public interface Outbox {
    /** At most 100, the oldest first. May lag a moment behind the store. */
    List<HitId> pending();

    /** Marking twice is fine. */
    void markSent(HitId hitId);
}
