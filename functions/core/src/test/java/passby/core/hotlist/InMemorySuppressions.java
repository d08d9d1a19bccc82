package passby.core.hotlist;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Suppressions in memory. */
public final class InMemorySuppressions implements Suppressions {
    private final InMemoryLedger ledger;
    private final Map<String, Suppression> suppressions = new LinkedHashMap<>();

    public InMemorySuppressions(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Suppression> live(Instant now) {
        return ledger.exclusively(() -> suppressions.values().stream()
                .filter(suppression -> suppression.isLive(now))
                .toList());
    }

    @Override
    public Commit add(Suppression suppression, Entry entry) {
        return ledger.commit(
                () -> !suppressions.containsKey(suppression.suppressionId()), () -> put(suppression), entry);
    }

    @Override
    public Commit replace(Suppression before, Suppression after, Entry entry) {
        return ledger.commit(() -> before.equals(suppressions.get(before.suppressionId())), () -> put(after), entry);
    }

    /** As whoever made it or ended it leaves it. */
    public void put(Suppression suppression) {
        ledger.exclusively(() -> suppressions.put(suppression.suppressionId(), suppression));
    }
}
