package passby.core.hit;

import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Stored hits and their steps. A hit itself is stored with its frame. */
public interface Hits {
    /** With all its steps; read strongly. */
    Optional<Hit> find(HitId hitId);

    /** Hits that nobody has matched or rejected yet, the newest first, at most 100; with their steps. */
    List<Hit> open();

    /** Adds the step after those of the hit as it was seen; a conflict when there is another one meanwhile. */
    Commit step(Hit seen, HitStep step, Entry entry);
}
