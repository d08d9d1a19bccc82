package passby.core.purge;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up a run. Not thread-safe: only the thread that leads the run writes to it. */
final class PurgeTotals {
    /**
     * What somebody ends falls due at that moment, and the run that comes next, at most this much later, deletes it: nobody
     * can be earlier. Rows with a date of their own go 90 seconds before it.
     */
    static final Duration TICK = Duration.ofMinutes(1);

    private final Map<RowKind, Long> deleted = new EnumMap<>(RowKind.class);
    private long pictures;
    private long moved;
    private long failed;
    private final Map<RowKind, Duration> late = new EnumMap<>(RowKind.class);
    private boolean finished = true;

    void deleted(List<Doomed> rows, Instant now) {
        for (var doomed : rows) {
            deleted.merge(doomed.row().kind(), 1L, Long::sum);
            var over = Duration.between(doomed.row().dueAt(), now);
            if (over.compareTo(TICK) > 0) {
                late.merge(doomed.row().kind(), over, (one, other) -> one.compareTo(other) < 0 ? other : one);
            }
        }
    }

    void pictures(long count) {
        pictures += count;
    }

    void failed(long count) {
        failed += count;
    }

    void unfinished() {
        finished = false;
    }

    void moved() {
        moved++;
    }

    /** Rows and pictures that are dealt with. */
    long done() {
        return run().rows() + pictures + moved;
    }

    PurgeRun run() {
        return new PurgeRun(deleted, pictures, failed, late, finished);
    }
}
