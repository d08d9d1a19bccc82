package passby.core.sealing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@link PendingEntries} in memory. */
public final class InMemoryPendingEntries implements PendingEntries {
    private final Map<String, PendingEntry> waiting = new ConcurrentHashMap<>();

    public void accept(PendingEntry entry) {
        waiting.put(entry.entryId(), entry);
    }

    public int size() {
        return waiting.size();
    }

    @Override
    public List<PendingEntry> find(int limit) {
        return waiting.values().stream().limit(limit).toList();
    }

    @Override
    public void remove(List<PendingEntry> sealed) {
        sealed.forEach(entry -> waiting.remove(entry.entryId()));
    }
}
