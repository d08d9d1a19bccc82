package passby.core.lists;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Sources in memory. */
public final class InMemoryLists implements Lists {
    private final InMemoryLedger ledger;
    private final Map<String, ListSource> sources = new TreeMap<>();

    public InMemoryLists(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** As a test wants it. */
    public void put(ListSource source) {
        ledger.exclusively(() -> sources.put(source.source(), source));
    }

    @Override
    public Optional<ListSource> find(String source) {
        return ledger.exclusively(() -> Optional.ofNullable(sources.get(source)));
    }

    @Override
    public List<ListSource> all() {
        return ledger.exclusively(
                () -> sources.values().stream().limit(MAX_SOURCES).toList());
    }

    @Override
    public Commit add(ListSource source, Entry entry) {
        return ledger.commit(() -> find(source.source()).isEmpty(), () -> put(source), entry);
    }

    @Override
    public Commit revise(ListSource revised, Entry entry) {
        return ledger.commit(
                () -> find(revised.source())
                        .filter(stored -> stored.revision() == revised.revision() - 1)
                        .isPresent(),
                () -> put(revised),
                entry);
    }

    @Override
    public boolean renew(String source, String leaseId, Instant until, long written) {
        return ledger.exclusively(() -> {
            var stored = sources.get(source);
            var running = stored == null ? null : stored.running();
            if (stored == null
                    || running == null
                    || !running.leaseId().equals(leaseId)
                    || running.written() > written) {
                return false;
            }
            put(stored.renewed(running.renewed(until, written)));
            return true;
        });
    }
}
