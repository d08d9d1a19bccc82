package passby.core.sealing;

import java.time.temporal.ChronoUnit;
import passby.core.ledger.Entry;
import passby.core.testing.TestData;

final class InMemoryPendingEntriesTest extends PendingEntriesContract {
    private final InMemoryPendingEntries pending = new InMemoryPendingEntries();

    @Override
    protected PendingEntries pending() {
        return pending;
    }

    @Override
    protected void accept(Entry entry) {
        pending.accept(
                new PendingEntry(entry.entryId(), TestData.NOW.truncatedTo(ChronoUnit.MINUTES), entry.canonical()));
    }
}
