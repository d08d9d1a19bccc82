package passby.core.lists;

import java.time.Instant;
import java.util.List;

/**
 * Stored entries of lists. Nothing here is visible before the source's active version says so, and everything may be done
 * again: an import that was cut off repeats what it is not sure of.
 */
public interface ListedRows {
    /** Most rows in one call. */
    int BATCH = 500;

    /** Stores entries or replaces them. */
    void put(String source, List<ListedRow> rows);

    /**
     * Ends entries with a version: from it on they are invisible.
     *
     * @param expiresAt when the rows may go
     */
    void end(String source, List<EntryAddress> entries, int toVersion, Instant expiresAt);

    /** Undoes {@link #put}. */
    void remove(String source, List<EntryAddress> entries);

    /** Undoes {@link #end} with that version; does nothing to what ended otherwise. */
    void reopen(String source, List<EntryAddress> entries, int toVersion);
}
