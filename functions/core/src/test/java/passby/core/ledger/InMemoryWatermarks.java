package passby.core.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Watermarks in memory. */
public final class InMemoryWatermarks implements Watermarks {
    private final InMemoryLedger ledger;
    private final Map<String, Instant> marks = new HashMap<>();

    public InMemoryWatermarks(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Instant> find(String job) {
        return ledger.exclusively(() -> Optional.ofNullable(marks.get(job)));
    }

    @Override
    public void advance(String job, Instant to) {
        ledger.exclusively(() -> marks.merge(job, to, (stored, next) -> next.isAfter(stored) ? next : stored));
    }

    @Override
    public Commit advance(String job, Instant to, Entry entry) {
        return ledger.commit(
                () -> find(job).filter(stored -> !stored.isBefore(to)).isEmpty(), () -> marks.put(job, to), entry);
    }
}
