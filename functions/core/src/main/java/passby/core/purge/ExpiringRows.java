package passby.core.purge;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Every store whose rows have a date. Each method may throw for one row; the others are not held up by it. */
public interface ExpiringRows {
    /** The index of dates is spread over so many shards. */
    int SHARDS = 16;

    /** What became of a deletion. */
    enum Deletion {
        /** The row is gone, by this call or by an earlier one. */
        GONE,
        /** The row lost its mark: a plate that was read again. It stays. */
        REVIVED
    }

    /**
     * Rows of the shard that are due by that instant, the earliest first. Held rows are not among them.
     *
     * @param shard 0 to {@link #SHARDS} - 1
     */
    List<DueRow> due(RowKind kind, int shard, Instant until, int limit);

    /**
     * Reads the row strongly and marks it, on condition that it is due by that instant and that no hold is on it. Marking
     * twice is fine. A row that nobody can hold needs no mark: its deletion is refused when it has got a later date.
     */
    Marking mark(DueRow row, Instant until);

    /**
     * Deletes marked rows in as few requests as the store can, for the kinds whose rows never lose a mark.
     *
     * @return those that are gone for certain; the others are to be deleted one by one
     */
    Set<DueRow> deleteTogether(List<DueRow> rows);

    /** Deletes a marked row. Deleting what is gone already is fine. */
    Deletion delete(DueRow row);

    /**
     * Moves the row to another date in the index, because its store refused its deletion or because only its pictures were
     * due. Its own date does not change.
     *
     * @return false when the row is gone
     */
    boolean postpone(DueRow row, Instant to);
}
