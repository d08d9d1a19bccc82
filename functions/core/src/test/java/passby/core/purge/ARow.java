package passby.core.purge;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passby.core.retention.Cohort;
import passby.core.retention.RetentionClass;
import passby.core.retention.RowClock;

/** A row of {@link InMemoryRows}. Written and read under the lock of its table alone. */
public final class ARow {
    final RowKind kind;
    final String key;
    final @Nullable String leaf;
    final List<String> pictures;
    final Set<String> holds = new HashSet<>();

    Map<RowClock, Instant> bases;

    @Nullable
    Cohort cohort;

    Instant expiresAt;

    @Nullable
    Instant picturesExpireAt;

    /** Where the index of dates shows it, or null where it does not. */
    @Nullable
    Instant indexedAt;

    boolean marked;
    Runnable deleted = () -> {};
    Runnable dated = () -> {};
    Runnable byHand = () -> {};

    public ARow(
            RowKind kind,
            String key,
            Map<RowClock, Instant> bases,
            Instant expiresAt,
            @Nullable Instant picturesExpireAt,
            @Nullable Cohort cohort,
            @Nullable String leaf,
            List<String> pictures) {
        this.kind = kind;
        this.key = key;
        this.bases = Map.copyOf(bases);
        this.expiresAt = expiresAt;
        this.picturesExpireAt = picturesExpireAt;
        this.cohort = cohort;
        this.leaf = leaf;
        this.pictures = List.copyOf(pictures);
    }

    /** A row of a made-up frame that is due then. */
    public static ARow frame(String key, Instant expiresAt) {
        return new ARow(RowKind.FRAME, key, Map.of(), expiresAt, null, null, "leaf of " + key, List.of());
    }

    /** The earlier of its two dates. */
    Instant next() {
        return picturesExpireAt != null && picturesExpireAt.isBefore(expiresAt) ? picturesExpireAt : expiresAt;
    }

    /** Called when the row is deleted, inside the table's lock. */
    public ARow onDeleted(Runnable action) {
        deleted = action;
        return this;
    }

    /** Called when the row has other dates, inside the table's lock. */
    public ARow onDated(Runnable action) {
        dated = action;
        return this;
    }

    /** Somebody deletes the row past every rule. */
    public void deletedByHand() {
        byHand.run();
        deleted.run();
    }

    public RowKind kind() {
        return kind;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant picturesExpireAt() {
        return picturesExpireAt;
    }

    public RetentionClass retentionClass() {
        return cohort == null ? RetentionClass.NON_HIT : cohort.retentionClass();
    }

    public Set<String> holds() {
        return Set.copyOf(holds);
    }

    public String key() {
        return key;
    }
}
