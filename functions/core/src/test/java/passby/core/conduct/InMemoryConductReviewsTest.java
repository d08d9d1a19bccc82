package passby.core.conduct;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemoryConductReviewsTest extends ConductReviewsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryConductReviews reviews = new InMemoryConductReviews(ledger);

    @Override
    protected ConductReviews reviews() {
        return reviews;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
