package passby.core.sharing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Grants in memory. */
public final class InMemoryGrants implements Grants {
    private final InMemoryLedger ledger;
    private final TreeMap<String, Grant> grants = new TreeMap<>();

    public InMemoryGrants(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** As if it had been filed long ago. */
    public void put(Grant grant) {
        ledger.exclusively(() -> grants.put(grant.grantId(), grant));
    }

    @Override
    public Optional<Grant> find(String grantId) {
        return ledger.exclusively(() -> Optional.ofNullable(grants.get(grantId)));
    }

    @Override
    public List<Grant> filedOn(Instant day) {
        return ledger.exclusively(() -> grants.values().stream()
                .filter(grant -> grant.filedAt().truncatedTo(ChronoUnit.DAYS).equals(day.truncatedTo(ChronoUnit.DAYS)))
                .toList());
    }

    @Override
    public Commit add(Grant grant, Entry entry) {
        return ledger.commit(
                () -> !grants.containsKey(grant.grantId()), () -> grants.put(grant.grantId(), grant), entry);
    }

    @Override
    public Commit revise(Grant revised, Entry entry) {
        return ledger.commit(
                () -> find(revised.grantId())
                        .filter(stored -> stored.revision() == revised.revision() - 1)
                        .isPresent(),
                () -> grants.put(revised.grantId(), revised),
                entry);
    }
}
