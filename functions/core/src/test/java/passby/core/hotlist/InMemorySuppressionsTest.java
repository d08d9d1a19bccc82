package passby.core.hotlist;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemorySuppressionsTest extends SuppressionsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemorySuppressions suppressions = new InMemorySuppressions(ledger);

    @Override
    protected Suppressions suppressions() {
        return suppressions;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
