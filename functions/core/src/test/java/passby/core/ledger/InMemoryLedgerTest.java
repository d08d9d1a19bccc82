package passby.core.ledger;

final class InMemoryLedgerTest extends LedgerContract {
    private final InMemoryLedger ledger = new InMemoryLedger();

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
