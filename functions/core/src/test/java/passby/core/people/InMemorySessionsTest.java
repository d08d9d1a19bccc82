package passby.core.people;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemorySessionsTest extends SessionsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemorySessions sessions = new InMemorySessions(ledger);

    @Override
    protected Sessions sessions() {
        return sessions;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
