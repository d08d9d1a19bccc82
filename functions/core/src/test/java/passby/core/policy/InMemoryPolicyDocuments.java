package passby.core.policy;

import java.util.Optional;
import java.util.TreeMap;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Versions of the policy in memory. */
public final class InMemoryPolicyDocuments implements PolicyDocuments {
    private final InMemoryLedger ledger;
    private final TreeMap<Integer, EffectivePolicy> versions = new TreeMap<>();
    private boolean readable = true;

    public InMemoryPolicyDocuments(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** As if it had been in force for long, whatever its number. */
    public void put(EffectivePolicy policy) {
        ledger.exclusively(() -> versions.put(policy.version(), policy));
    }

    /** Whether the store can be read from now on. */
    public void setReadable(boolean yes) {
        ledger.exclusively(() -> readable = yes);
    }

    /** Whether that version would follow the one in force. */
    public boolean isNext(EffectivePolicy policy) {
        return ledger.exclusively(() -> policy.version() == (versions.isEmpty() ? 1 : versions.lastKey() + 1));
    }

    @Override
    public Optional<EffectivePolicy> find() {
        return ledger.exclusively(() -> {
            if (!readable) {
                throw new IllegalStateException("no policy can be read");
            }
            return versions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(versions.lastEntry().getValue());
        });
    }

    @Override
    public Optional<EffectivePolicy> find(int version) {
        return ledger.exclusively(() -> Optional.ofNullable(versions.get(version)));
    }

    @Override
    public Commit put(EffectivePolicy policy, Entry entry) {
        return ledger.commit(() -> isNext(policy), () -> put(policy), entry);
    }
}
