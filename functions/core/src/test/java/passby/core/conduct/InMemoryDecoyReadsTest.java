package passby.core.conduct;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

/** {@link InMemoryDecoyReads}. */
final class InMemoryDecoyReadsTest extends DecoyReadsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryMarkedPlates marked = new InMemoryMarkedPlates(ledger);
    private final InMemoryDecoyReads decoys = new InMemoryDecoyReads(ledger, marked);

    @Override
    protected DecoyReads decoys() {
        return decoys;
    }

    @Override
    protected MarkedPlates marked() {
        return marked;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
