package passby.core.conduct;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** {@link ConductReviews} in memory. */
public final class InMemoryConductReviews implements ConductReviews {
    private final InMemoryLedger ledger;
    private final Map<String, ConductReview> reviews = new HashMap<>();

    public InMemoryConductReviews(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** As a test wants it. */
    public void put(ConductReview review) {
        ledger.exclusively(() -> reviews.put(review.reviewId(), review));
    }

    @Override
    public Optional<ConductReview> find(String reviewId) {
        return ledger.exclusively(() -> Optional.ofNullable(reviews.get(reviewId)));
    }

    @Override
    public List<ConductReview> all() {
        return ledger.exclusively(() -> reviews.values().stream()
                .sorted(Comparator.comparing(ConductReview::reviewId).reversed())
                .toList());
    }

    @Override
    public Commit put(ConductReview review, Entry entry) {
        return ledger.commit(
                () -> find(review.reviewId()).map(ConductReview::revision).orElse(0) == review.revision() - 1,
                () -> put(review),
                entry);
    }
}
