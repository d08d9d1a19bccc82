package passby.core.lists;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemoryListsTest extends ListsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryLists lists = new InMemoryLists(ledger);

    @Override
    protected Lists lists() {
        return lists;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
