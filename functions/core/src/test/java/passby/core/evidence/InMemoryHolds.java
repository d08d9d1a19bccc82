package passby.core.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;
import passby.core.purge.InMemoryRows;
import passby.core.purge.RowKind;
import passby.core.read.ReadRef;

/** Holds in memory, with their marks on the rows of the same ledger. */
public final class InMemoryHolds implements Holds, HeldRows, HoldUpkeep {
    private final InMemoryLedger ledger;
    private final InMemoryRows rows;
    private final Map<String, Hold> holds = new LinkedHashMap<>();

    public InMemoryHolds(InMemoryLedger ledger, InMemoryRows rows) {
        this.ledger = ledger;
        this.rows = rows;
    }

    /** As a test wants it; no row is marked. */
    public void put(Hold hold) {
        ledger.exclusively(() -> holds.put(hold.holdId(), hold));
    }

    @Override
    public Placed place(Hold hold, Entry entry) {
        return ledger.exclusively(() -> {
            var late = hold.reads().stream()
                    .map(read -> read.ref().readId())
                    .filter(readId -> rows.find(RowKind.READ, readId).isEmpty() || rows.isMarked(RowKind.READ, readId))
                    .collect(Collectors.toSet());
            if (!late.isEmpty()) {
                return new Placed.TooLate(late);
            }
            hold.reads().forEach(read -> rows.hold(RowKind.READ, read.ref().readId(), hold.holdId()));
            holds.put(hold.holdId(), hold);
            return new Placed.Done(ledger.append(entry));
        });
    }

    @Override
    public Commit save(Hold next, Entry entry) {
        return ledger.commit(
                () -> find(next.holdId()).map(Hold::revision).orElse(0) + 1 == next.revision(),
                () -> holds.put(next.holdId(), next),
                entry);
    }

    @Override
    public Optional<Hold> find(String holdId) {
        return ledger.exclusively(() -> Optional.ofNullable(holds.get(holdId)));
    }

    @Override
    public List<Hold> open() {
        return ledger.exclusively(() -> holds.values().stream()
                .filter(Hold::isOpen)
                .sorted(Comparator.comparing(Hold::until))
                .toList());
    }

    @Override
    public void release(String holdId, ReadRef ref) {
        rows.release(RowKind.READ, ref.readId(), holdId);
    }

    @Override
    public List<Hold> uncleared() {
        return ledger.exclusively(
                () -> holds.values().stream().filter(hold -> !hold.isOpen()).toList());
    }

    @Override
    public void cleared(String holdId) {
        ledger.exclusively(() -> holds.values().removeIf(hold -> hold.holdId().equals(holdId) && !hold.isOpen()));
    }

    @Override
    public void locked(String holdId, Instant until) {
        ledger.exclusively(() -> holds.computeIfPresent(
                holdId,
                (id, hold) -> new Hold(
                        id,
                        hold.kind(),
                        hold.caseNumber(),
                        hold.authority(),
                        hold.party(),
                        hold.reads(),
                        hold.until(),
                        hold.state(),
                        hold.request(),
                        hold.events(),
                        hold.revision(),
                        until)));
    }
}
