package passby.core.people;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemorySignInAttemptsTest extends SignInAttemptsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemorySignInAttempts attempts = new InMemorySignInAttempts(ledger);

    @Override
    protected SignInAttempts attempts() {
        return attempts;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
