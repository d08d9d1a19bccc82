package passby.core.purge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.InMemoryLedger;
import passby.core.redate.DatedRow;
import passby.core.redate.DatedRows;
import passby.core.retention.Cohort;
import passby.core.retention.RowClock;

/** Rows with dates in memory, and their index, which never lags. Stores put their rows here beside their own records. */
public final class InMemoryRows implements ExpiringRows, DatedRows {
    private static final int PAGE = 50;

    private final InMemoryLedger ledger;
    private final Map<String, ARow> rows = new LinkedHashMap<>();
    private final Map<String, NavigableSet<DueRow>> index = new HashMap<>();
    private final List<ARow> deleted = new ArrayList<>();

    public InMemoryRows(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    public DueRow put(ARow row) {
        return ledger.exclusively(() -> {
            rows.put(id(row.kind, row.key), row);
            row.byHand = () -> remove(row);
            show(row, row.next());
            return new DueRow(row.kind, row.key, row.next());
        });
    }

    public Optional<ARow> find(RowKind kind, String key) {
        return ledger.exclusively(() -> Optional.ofNullable(rows.get(id(kind, key))));
    }

    /**
     * Puts a hold on the row.
     *
     * @return false when it is marked or gone
     */
    public boolean hold(RowKind kind, String key, String holdId) {
        return ledger.exclusively(() -> {
            var row = rows.get(id(kind, key));
            if (row == null || row.marked) {
                return false;
            }
            row.holds.add(holdId);
            show(row, null);
            return true;
        });
    }

    /** Takes a hold off; the last one lets the row fall due, at once where its date is past. */
    public void release(RowKind kind, String key, String holdId) {
        ledger.exclusively(() -> {
            var row = rows.get(id(kind, key));
            if (row != null && row.holds.remove(holdId) && row.holds.isEmpty()) {
                show(row, row.next());
            }
            return row;
        });
    }

    private NavigableSet<DueRow> shard(RowKind kind, int shard) {
        return index.computeIfAbsent(
                kind + " " + shard,
                name -> new TreeSet<>(Comparator.comparing(DueRow::dueAt).thenComparing(DueRow::key)));
    }

    private void show(ARow row, @Nullable Instant at) {
        var shard = shard(row.kind, Math.floorMod(row.key.hashCode(), SHARDS));
        var before = row.indexedAt;
        if (before != null) {
            shard.remove(new DueRow(row.kind, row.key, before));
        }
        row.indexedAt = at;
        if (at != null) {
            shard.add(new DueRow(row.kind, row.key, at));
        }
    }

    private void remove(ARow row) {
        show(row, null);
        rows.remove(id(row.kind, row.key));
    }

    /** Lets a row run on the non-hit clock, by a rejected hit. */
    public void redate(
            RowKind kind, String key, @Nullable Cohort cohort, Instant expiresAt, @Nullable Instant pictures) {
        ledger.exclusively(() -> {
            var row = rows.get(id(kind, key));
            if (row != null) {
                row.cohort = cohort;
                row.bases = Map.of(RowClock.NON_HIT, Collections.max(row.bases.values()));
                moved(row, expiresAt, pictures);
            }
            return row;
        });
    }

    private void moved(ARow row, Instant expiresAt, @Nullable Instant pictures) {
        row.expiresAt = expiresAt;
        row.picturesExpireAt = pictures;
        if (row.holds.isEmpty()) {
            show(row, row.next());
        }
        row.dated.run();
    }

    public void clear() {
        ledger.exclusively(() -> {
            rows.clear();
            index.clear();
            return rows;
        });
    }

    /** The rows that the purge deleted since the last call. */
    public List<ARow> drainDeleted() {
        return ledger.exclusively(() -> {
            var drained = List.copyOf(deleted);
            deleted.clear();
            return drained;
        });
    }

    public List<ARow> all() {
        return ledger.exclusively(() -> List.copyOf(rows.values()));
    }

    public boolean isMarked(RowKind kind, String key) {
        return find(kind, key).filter(row -> row.marked).isPresent();
    }

    @Override
    public List<DueRow> due(RowKind kind, int shard, Instant until, int limit) {
        return exclusively(() -> shard(kind, shard).stream()
                .takeWhile(row -> !row.dueAt().isAfter(until))
                .limit(limit)
                .toList());
    }

    @Override
    public Marking mark(DueRow due, Instant until) {
        return ledger.exclusively(() -> {
            var row = rows.get(id(due.kind(), due.key()));
            if (row == null || !row.holds.isEmpty()) {
                return new Marking.Passed();
            }
            var index = new DueRow(row.kind, row.key, row.expiresAt);
            if (!row.expiresAt.isAfter(until)) {
                row.marked = true;
                return new Marking.Marked(new Doomed(index, row.cohort, row.leaf, row.pictures));
            }
            var pictures = row.picturesExpireAt;
            return pictures != null && !pictures.isAfter(until)
                    ? new Marking.PicturesDue(index, row.pictures, row.expiresAt)
                    : new Marking.Passed();
        });
    }

    @Override
    public Set<DueRow> deleteTogether(List<DueRow> due) {
        return due.stream()
                .filter(row -> row.kind() == RowKind.READ || row.kind() == RowKind.FRAME)
                .filter(row -> delete(row) == Deletion.GONE)
                .collect(Collectors.toSet());
    }

    @Override
    public Deletion delete(DueRow due) {
        return ledger.exclusively(() -> {
            var row = rows.get(id(due.kind(), due.key()));
            if (row != null && !row.marked) {
                return Deletion.REVIVED;
            }
            if (row != null) {
                remove(row);
                deleted.add(row);
                row.deleted.run();
            }
            return Deletion.GONE;
        });
    }

    @Override
    public boolean postpone(DueRow due, Instant to) {
        return ledger.exclusively(() -> {
            var row = rows.get(id(due.kind(), due.key()));
            if (row != null && row.indexedAt != null) {
                show(row, to);
            }
            return row != null;
        });
    }

    @Override
    public Page page(RowKind kind, int segment, @Nullable String after) {
        var found = all().stream()
                .filter(row -> row.kind == kind && Math.floorMod(row.key.hashCode(), SEGMENTS) == segment)
                .filter(row -> after == null || row.key.compareTo(after) > 0)
                .sorted(Comparator.comparing(ARow::key))
                .limit(PAGE + 1L)
                .toList();
        var page = found.stream().limit(PAGE).map(InMemoryRows::dated).toList();
        return new Page(page, found.size() > PAGE ? page.getLast().key() : null);
    }

    private static DatedRow dated(ARow row) {
        return new DatedRow(row.kind, row.key, row.bases, row.expiresAt, row.picturesExpireAt);
    }

    @Override
    public int change(List<Change> changes) {
        var changed = new ArrayList<Change>();
        for (var change : changes) {
            if (exclusively(() -> change(change))) {
                changed.add(change);
            }
        }
        return changed.size();
    }

    private boolean change(Change change) {
        var row = rows.get(id(change.before().kind(), change.before().key()));
        if (row == null || row.marked || !dated(row).equals(change.before())) {
            return false;
        }
        moved(row, change.after().expiresAt(), change.after().picturesExpireAt());
        return true;
    }

    private <T> T exclusively(Supplier<T> work) {
        return ledger.exclusively(work);
    }

    private static String id(RowKind kind, String key) {
        return kind + " " + key;
    }
}
