package passby.core.redate;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.purge.RowKind;
import passby.core.retention.Clocks;
import passby.core.retention.RowClock;

/**
 * A stored row with what its date was made of.
 *
 * @param kind of row
 * @param key its full key, opaque to everybody but its store
 * @param bases the retention base for each clock that it runs on; at least one
 * @param expiresAt its date
 * @param picturesExpireAt the date of its pictures, or null when it has none or they are deleted
 */
public record DatedRow(
        RowKind kind,
        String key,
        Map<RowClock, Instant> bases,
        Instant expiresAt,
        @Nullable Instant picturesExpireAt) {
    public DatedRow {
        bases = Map.copyOf(bases);
    }

    /** The row with the dates that these clocks give it, none of them later than before nor earlier than {@code floor}. */
    public DatedRow under(Clocks clocks, Instant floor) {
        return new DatedRow(
                kind,
                key,
                bases,
                earlier(expiresAt, later(clocks.expiry(bases), floor)),
                picturesExpireAt == null ? null : earlier(picturesExpireAt, later(clocks.pictureExpiry(bases), floor)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
