package passby.core.lists;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stored entries of lists in memory. */
public final class InMemoryListedRows implements ListedRows {
    private record Key(String source, EntryAddress address) {}

    private record Stored(ListedRow row, int toVersion) {}

    private final Map<Key, Stored> stored = new ConcurrentHashMap<>();

    @Override
    public void put(String source, List<ListedRow> rows) {
        checkSize(rows);
        for (var row : rows) {
            var address = new EntryAddress(row.recordId(), row.plateKey(), row.fromVersion());
            stored.put(new Key(source, address), new Stored(row, Integer.MAX_VALUE));
        }
    }

    @Override
    public void end(String source, List<EntryAddress> entries, int toVersion, Instant expiresAt) {
        checkSize(entries);
        for (var entry : entries) {
            stored.computeIfPresent(new Key(source, entry), (key, old) -> new Stored(old.row(), toVersion));
        }
    }

    @Override
    public void remove(String source, List<EntryAddress> entries) {
        checkSize(entries);
        entries.forEach(entry -> stored.remove(new Key(source, entry)));
    }

    @Override
    public void reopen(String source, List<EntryAddress> entries, int toVersion) {
        checkSize(entries);
        for (var entry : entries) {
            stored.computeIfPresent(
                    new Key(source, entry),
                    (key, old) -> old.toVersion() == toVersion ? new Stored(old.row(), Integer.MAX_VALUE) : old);
        }
    }

    private static void checkSize(List<?> batch) {
        if (batch.size() > BATCH) {
            throw new IllegalArgumentException("a batch is at most " + BATCH);
        }
    }

    /** What alerts while that version is the active one, by record. */
    public List<ListedRow> visible(String source, int active) {
        return stored.entrySet().stream()
                .filter(entry -> entry.getKey().source().equals(source))
                .map(Map.Entry::getValue)
                .filter(entry -> entry.row().fromVersion() <= active && active < entry.toVersion())
                .map(Stored::row)
                .sorted(Comparator.comparing(ListedRow::recordId))
                .toList();
    }

    /** Everything of a source, visible or not. */
    public int size() {
        return stored.size();
    }
}
