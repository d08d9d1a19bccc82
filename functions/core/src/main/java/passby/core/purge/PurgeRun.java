package passby.core.purge;

import java.time.Duration;
import java.util.Map;

/**
 * What one run of the purge did.
 *
 * @param deleted rows of each kind; kinds without any are left out
 * @param pictures that were deleted before their read, on their own clock
 * @param failed attempts that a store refused; those rows are tried again
 * @param late for each kind the longest that one of its rows was deleted after its date, where that was more than the minute
 *     until the next run; kinds of which none was late are left out
 * @param finished whether nothing that is due was left
 */
public record PurgeRun(
        Map<RowKind, Long> deleted, long pictures, long failed, Map<RowKind, Duration> late, boolean finished) {
    public PurgeRun {
        deleted = Map.copyOf(deleted);
        late = Map.copyOf(late);
    }

    /** The longest that any row was deleted after its date; zero when none was late. */
    public Duration latest() {
        return late.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    public long rows() {
        return deleted.values().stream().mapToLong(Long::longValue).sum();
    }
}
