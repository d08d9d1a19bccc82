package passby.core.access;

import passby.core.ledger.InMemoryLedger;

final class InMemoryFactorResetsTest extends FactorResetsContract {
    private final InMemoryFactorResets resets = new InMemoryFactorResets(new InMemoryLedger());

    @Override
    protected FactorResets resets() {
        return resets;
    }
}
