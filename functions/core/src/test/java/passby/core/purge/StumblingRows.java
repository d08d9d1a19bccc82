package passby.core.purge;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Rows whose store refuses a deletion whenever it is asked to. */
record StumblingRows(ExpiringRows rows, BooleanSupplier refuses) implements ExpiringRows {
    @Override
    public List<DueRow> due(RowKind kind, int shard, Instant until, int limit) {
        return rows.due(kind, shard, until, limit);
    }

    @Override
    public Marking mark(DueRow row, Instant until) {
        return rows.mark(row, until);
    }

    /** As DynamoDB does: what it refuses of a batch it leaves over. */
    @Override
    public Set<DueRow> deleteTogether(List<DueRow> together) {
        return rows.deleteTogether(
                together.stream().filter(row -> !refuses.getAsBoolean()).toList());
    }

    @Override
    public Deletion delete(DueRow row) {
        if (refuses.getAsBoolean()) {
            throw new IllegalStateException("throttled");
        }
        return rows.delete(row);
    }

    @Override
    public boolean postpone(DueRow row, Instant to) {
        return rows.postpone(row, to);
    }
}
