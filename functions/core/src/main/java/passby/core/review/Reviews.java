package passby.core.review;

import java.util.Optional;
import passby.core.disclosure.Week;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** How far the review of each week has come. */
public interface Reviews {
    /** Read strongly. Empty as long as nobody did anything about the week. */
    Optional<WeeklyReview> find(Week week);

    /** Puts the review in the place of its {@link WeeklyReview#revision} before; a conflict when that is not so any more. */
    Commit put(WeeklyReview review, Entry entry);
}
