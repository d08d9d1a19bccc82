package passby.core.search;

import passby.core.ledger.InMemoryLedger;

final class InMemoryWaitingSearchesTest extends WaitingSearchesContract {
    private final InMemoryWaitingSearches searches = new InMemoryWaitingSearches(new InMemoryLedger());

    @Override
    protected WaitingSearches searches() {
        return searches;
    }
}
