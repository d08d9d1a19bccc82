package passby.core.conduct;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;
import passby.core.plate.PlateKey;

/** {@link MarkedPlates} in memory. */
public final class InMemoryMarkedPlates implements MarkedPlates {
    private final InMemoryLedger ledger;
    private final Map<String, Marked> marked = new HashMap<>();

    public InMemoryMarkedPlates(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Set<PlateKey> of(String person, Instant now) {
        return ledger.exclusively(() -> marked.values().stream()
                .filter(one -> one.person().equals(person) && now.isBefore(one.until()))
                .map(Marked::plate)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Commit mark(Marked plate, Entry entry) {
        return ledger.commit(
                () -> true,
                () -> marked.put(plate.person() + "#" + plate.plate().value(), plate),
                entry);
    }
}
