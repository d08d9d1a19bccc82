package passby.core.read;

import java.time.Instant;
import java.util.Map;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.retention.Cohort;

/** What the ledger was told of stored frames. */
public interface Admissions {
    /** The first minute that is not admitted; the given one in a city that never admitted any. */
    Instant next(Instant first);

    /** Moves on to the next minute; nothing was stored in those before it. */
    void skip(Instant next);

    /**
     * Moves on to the next minute, adds to the cohorts' tallies and writes the entry, in one transaction. A conflict when
     * another run has moved on already.
     */
    Commit admit(Instant next, Map<Cohort, Long> reads, Entry entry);
}
