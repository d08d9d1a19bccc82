package passby.core.review;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemoryReviewsTest extends ReviewsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryReviews reviews = new InMemoryReviews(ledger);

    @Override
    protected Reviews reviews() {
        return reviews;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
