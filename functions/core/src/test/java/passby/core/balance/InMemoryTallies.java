package passby.core.balance;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;
import passby.core.read.Admissions;
import passby.core.retention.Cohort;

/** Tallies in memory, and how far the ledger has admitted frames. */
public final class InMemoryTallies implements Tallies, Admissions {
    private final InMemoryLedger ledger;
    private final Map<Cohort, Tally> tallies = new TreeMap<>();
    private final AtomicReference<@Nullable Instant> admitted = new AtomicReference<>();

    public InMemoryTallies(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** Inside the ledger's lock, with the entry that tells of it. */
    public void add(Cohort cohort, Tally tally) {
        ledger.exclusively(() -> tallies.merge(cohort, tally, Tally::plus));
    }

    @Override
    public Map<Cohort, Tally> all() {
        return ledger.exclusively(() -> Map.copyOf(tallies));
    }

    @Override
    public void close(Cohort cohort) {
        ledger.exclusively(() -> tallies.remove(cohort));
    }

    @Override
    public Instant next(Instant first) {
        var next = admitted.get();
        return next == null ? first : next;
    }

    @Override
    public void skip(Instant next) {
        ledger.exclusively(() -> {
            if (isBefore(next)) {
                admitted.set(next);
            }
            return next;
        });
    }

    @Override
    public Commit admit(Instant next, Map<Cohort, Long> reads, Entry entry) {
        return ledger.commit(
                () -> isBefore(next),
                () -> {
                    admitted.set(next);
                    reads.forEach((cohort, count) -> add(cohort, new Tally(count, 0, 0, 0)));
                },
                entry);
    }

    private boolean isBefore(Instant next) {
        var now = admitted.get();
        return now == null || now.isBefore(next);
    }
}
