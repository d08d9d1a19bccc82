package passby.core.access;

import passby.core.ledger.InMemoryLedger;
import passby.core.request.InMemoryRequests;
import passby.core.request.StoredRequests;

final class InMemoryFactorResetsTest extends FactorResetsContract {
    private final InMemoryRequests<FactorReset> resets = new InMemoryRequests<>(new InMemoryLedger());

    @Override
    protected StoredRequests<FactorReset> resets() {
        return resets;
    }
}
