package passby.core.review;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.disclosure.Week;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** {@link Reviews} in memory. */
public final class InMemoryReviews implements Reviews {
    private final InMemoryLedger ledger;
    private final Map<Week, WeeklyReview> reviews = new TreeMap<>();

    public InMemoryReviews(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** As a test wants it. */
    public void put(WeeklyReview review) {
        ledger.exclusively(() -> reviews.put(review.week(), review));
    }

    @Override
    public Optional<WeeklyReview> find(Week week) {
        return ledger.exclusively(() -> Optional.ofNullable(reviews.get(week)));
    }

    @Override
    public Commit put(WeeklyReview review, Entry entry) {
        return ledger.commit(
                () -> find(review.week()).map(WeeklyReview::revision).orElse(0) == review.revision() - 1,
                () -> put(review),
                entry);
    }
}
