package passby.core.lists;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is written. */
final class CountingRows implements ListedRows {
    final AtomicInteger put = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();
    private final ListedRows rows;

    CountingRows(ListedRows rows) {
        this.rows = rows;
    }

    @Override
    public void put(String source, List<ListedRow> batch) {
        put.addAndGet(batch.size());
        rows.put(source, batch);
    }

    @Override
    public void end(String source, List<EntryAddress> entries, int toVersion, Instant expiresAt) {
        ended.addAndGet(entries.size());
        rows.end(source, entries, toVersion, expiresAt);
    }

    @Override
    public void remove(String source, List<EntryAddress> entries) {
        rows.remove(source, entries);
    }

    @Override
    public void reopen(String source, List<EntryAddress> entries, int toVersion) {
        rows.reopen(source, entries, toVersion);
    }
}
