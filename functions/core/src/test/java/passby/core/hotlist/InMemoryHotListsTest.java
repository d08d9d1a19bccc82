package passby.core.hotlist;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;
import passby.core.testing.TestData;

final class InMemoryHotListsTest extends HotListsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryHotLists hotLists = new InMemoryHotLists(ledger, TestData.CITY_KEY);

    @Override
    protected HotLists hotLists() {
        return hotLists;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }

    @Override
    protected void given(HotListEntry listed) {
        hotLists.put(listed);
    }
}
