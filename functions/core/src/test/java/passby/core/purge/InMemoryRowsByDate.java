package passby.core.purge;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** All rows of one kind at once, whatever the limit: an index that answers fast enough for many rows. */
record InMemoryRowsByDate(InMemoryRows rows) implements ExpiringRows {
    @Override
    public List<DueRow> due(RowKind kind, int shard, Instant until, int limit) {
        return kind == RowKind.FRAME && shard == 0
                ? rows.all().stream()
                        .map(row -> new DueRow(kind, row.key(), row.expiresAt()))
                        .toList()
                : List.of();
    }

    @Override
    public Marking mark(DueRow row, Instant until) {
        return rows.mark(row, until);
    }

    @Override
    public Set<DueRow> deleteTogether(List<DueRow> together) {
        return rows.deleteTogether(together);
    }

    @Override
    public Deletion delete(DueRow row) {
        return rows.delete(row);
    }

    @Override
    public boolean postpone(DueRow row, Instant to) {
        return rows.postpone(row, to);
    }
}
