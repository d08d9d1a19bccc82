package passby.core.delivery;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemorySubscriptionsTest extends SubscriptionsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions(ledger);

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    protected Recipients recipients() {
        return subscriptions;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
