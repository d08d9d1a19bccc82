package passby.core.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Searches that wait for a second person. */
public interface WaitingSearches {
    /** Read strongly. Whatever is no id is nobody's. */
    Optional<WaitingSearch> find(String requestId);

    /** Those that were asked for on the day of that instant, in UTC, the oldest first; read strongly. */
    List<WaitingSearch> askedOn(Instant day);

    Commit add(WaitingSearch search, Entry entry);

    /** Puts the next revision in the place of the one before it; a conflict when that is not the stored one. */
    Commit revise(WaitingSearch revised, Entry entry);
}
