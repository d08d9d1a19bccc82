package passby.core.hotlist;

import java.time.Instant;
import java.util.List;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Plates that errors in lists keep stopping. */
public interface Suppressions {
    /** At once in a city: every read is compared with all of them, in memory. */
    int MOST = 500;

    /** Those that have not ended, in the order in which they were made, read strongly. */
    List<Suppression> live(Instant now);

    /** A conflict when there is one with its id. */
    Commit add(Suppression suppression, Entry entry);

    /** @param before as it was read; a conflict when that is not so any more */
    Commit replace(Suppression before, Suppression after, Entry entry);
}
