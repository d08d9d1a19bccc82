package passby.core.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Resets of factors in memory. */
public final class InMemoryFactorResets implements FactorResets {
    private final InMemoryLedger ledger;
    private final TreeMap<String, FactorReset> resets = new TreeMap<>();

    public InMemoryFactorResets(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** As if it had been asked for before. */
    public void put(FactorReset reset) {
        ledger.exclusively(() -> resets.put(reset.requestId(), reset));
    }

    @Override
    public Optional<FactorReset> find(String requestId) {
        return ledger.exclusively(() -> Optional.ofNullable(resets.get(requestId)));
    }

    @Override
    public List<FactorReset> askedOn(Instant day) {
        return ledger.exclusively(() -> resets.values().stream()
                .filter(reset ->
                        reset.requestedAt().truncatedTo(ChronoUnit.DAYS).equals(day.truncatedTo(ChronoUnit.DAYS)))
                .toList());
    }

    @Override
    public Commit add(FactorReset reset, Entry entry) {
        return ledger.commit(() -> find(reset.requestId()).isEmpty(), () -> put(reset), entry);
    }

    @Override
    public Commit revise(FactorReset revised, Entry entry) {
        return ledger.commit(
                () -> find(revised.requestId())
                        .filter(stored -> stored.revision() == revised.revision() - 1)
                        .isPresent(),
                () -> put(revised),
                entry);
    }
}
