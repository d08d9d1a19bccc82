package passby.core.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** The sources of lists and the state of each. */
public interface Lists {
    /** At most so many sources in a city. */
    int MAX_SOURCES = 50;

    /** Read strongly. */
    Optional<ListSource> find(String source);

    /** At most {@link #MAX_SOURCES}, by name. May lag a moment. */
    List<ListSource> all();

    /** A conflict when there is a source of that name. */
    Commit add(ListSource source, Entry entry);

    /** Puts the next revision in the place of the one before it; a conflict when that is not stored any more. */
    Commit revise(ListSource revised, Entry entry);

    /**
     * Keeps the lease of a running import. Not a change: it stands outside transactions.
     *
     * @param written how many rows are certainly written; never fewer than before
     * @return false when somebody else took over, or more is written already; then nothing more may be written
     */
    boolean renew(String source, String leaseId, Instant until, long written);
}
