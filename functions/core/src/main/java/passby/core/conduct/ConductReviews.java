package passby.core.conduct;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Reviews of what people did, open and closed. Read strongly. */
public interface ConductReviews {
    /** As long as the openings of the ledger's entries, which they rest on. */
    Duration KEPT = Duration.ofDays(2 * 366);

    Optional<ConductReview> find(String reviewId);

    /** The newest first. */
    List<ConductReview> all();

    /** Puts the review in the place of its revision before; a conflict when that is not so any more. */
    Commit put(ConductReview review, Entry entry);
}
