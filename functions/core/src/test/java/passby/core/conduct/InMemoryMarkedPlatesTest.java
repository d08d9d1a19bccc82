package passby.core.conduct;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemoryMarkedPlatesTest extends MarkedPlatesContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryMarkedPlates marked = new InMemoryMarkedPlates(ledger);

    @Override
    protected MarkedPlates marked() {
        return marked;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
