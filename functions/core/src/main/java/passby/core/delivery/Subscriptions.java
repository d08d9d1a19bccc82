package passby.core.delivery;

import java.time.Instant;
import java.util.List;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** What people subscribed to. */
public interface Subscriptions {
    /** All rows of a person that are not purged, read strongly, in the order in which they were made. */
    List<Subscription> of(String personId);

    /** A conflict when there is one with its id. */
    Commit add(Subscription subscription, Entry entry);

    /** @param before as it was read; a conflict when that is not so any more */
    Commit replace(Subscription before, Subscription after, Entry entry);

    /** Ends all of a person's that live, as a consequence of a change that has an entry of its own. */
    void endAll(String personId, Instant now);
}
