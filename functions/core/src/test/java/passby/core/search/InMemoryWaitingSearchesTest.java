package passby.core.search;

import passby.core.ledger.InMemoryLedger;
import passby.core.request.InMemoryRequests;
import passby.core.request.StoredRequests;

final class InMemoryWaitingSearchesTest extends WaitingSearchesContract {
    private final InMemoryRequests<WaitingSearch> searches = new InMemoryRequests<>(new InMemoryLedger());

    @Override
    protected StoredRequests<WaitingSearch> searches() {
        return searches;
    }
}
