package passby.core.conduct;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemoryDutiesTest extends DutiesContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryDuties duties = new InMemoryDuties(ledger);

    @Override
    protected Duties duties() {
        return duties;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
