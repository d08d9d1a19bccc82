package passby.core.sharing;

import passby.core.ledger.InMemoryLedger;
import passby.core.request.InMemoryRequests;
import passby.core.request.StoredRequests;

/** {@link InMemoryRequests}. */
final class InMemoryGrantsTest extends GrantsContract {
    private final StoredRequests<Grant> grants = new InMemoryRequests<>(new InMemoryLedger());

    @Override
    protected StoredRequests<Grant> grants() {
        return grants;
    }
}
