package passby.core.conduct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** {@link Duties} in memory. */
public final class InMemoryDuties implements Duties {
    private final InMemoryLedger ledger;
    private final Map<String, DutyHours> hours = new HashMap<>();

    public InMemoryDuties(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** As a test wants it. */
    public void put(DutyHours entered) {
        ledger.exclusively(() -> hours.put(entered.personId(), entered));
    }

    @Override
    public Optional<DutyHours> find(String personId) {
        return ledger.exclusively(() -> Optional.ofNullable(hours.get(personId)));
    }

    @Override
    public Commit put(DutyHours entered, Entry entry) {
        return ledger.commit(() -> true, () -> put(entered), entry);
    }

    @Override
    public Commit swap(List<DutyHours> before, List<DutyHours> after, Entry entry) {
        return ledger.commit(
                () -> before.stream().allMatch(one -> one.equals(hours.get(one.personId()))),
                () -> after.forEach(this::put),
                entry);
    }
}
