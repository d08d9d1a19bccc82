package passby.core.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A ledger in memory. Its lock is the transaction of every store that is built on it. */
public final class InMemoryLedger implements Ledger, DurableEntries {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    @Override
    public Accepted append(Entry entry) {
        return exclusively(() -> {
            var known = entries.putIfAbsent(entry.entryId(), entry);
            if (known != null && !known.equals(entry)) {
                throw new IllegalStateException("two entries with one id");
            }
            return entry.accepted();
        });
    }

    /** The change and its entry together where the world is as expected, else neither. */
    public Commit commit(BooleanSupplier expected, Runnable change, Entry entry) {
        return exclusively(() -> {
            if (!expected.getAsBoolean()) {
                return new Commit.Conflict();
            }
            change.run();
            return new Commit.Done(append(entry));
        });
    }

    /** Runs alone: no other store of this ledger is seen half changed. */
    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Everything that was committed, in order. */
    public List<Entry> entries() {
        return exclusively(() -> List.copyOf(entries.values()));
    }

    public List<Entry> entries(EntryType type) {
        return entries().stream().filter(entry -> entry.type() == type).toList();
    }

    /** Receipt of the newest entry, which must be a refusal of that type. */
    public Accepted lastRefusal(EntryType type) {
        var last = entries().getLast();
        if (last.type() != type || last.outcome() != Outcome.REFUSED) {
            throw new AssertionError("the newest entry tells that " + last.type() + " was " + last.outcome());
        }
        return last.accepted();
    }

    @Override
    public Optional<String> canonical(String entryId) {
        return exclusively(() -> Optional.ofNullable(entries.get(entryId)).map(Entry::canonical));
    }

    @Override
    public Map<Field, Opening> openings(String entryId) {
        return exclusively(() ->
                Optional.ofNullable(entries.get(entryId)).map(Entry::openings).orElse(Map.of()));
    }
}
