package passby.core.people;

import java.time.Instant;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** What is known of attempts to sign in. To count one is no change; to lock an account is one, with its entry. */
public interface SignInAttempts {
    /** Read strongly; {@link Attempts#NONE} for whoever has none. */
    Attempts of(String personId);

    /**
     * @param before as {@link #of} answered it
     * @return false when that is not so any more; nothing was written then
     */
    boolean replace(String personId, Attempts before, Attempts after, Instant now);

    /** As {@link #replace}, with the entry that says so. */
    Commit lock(String personId, Attempts before, Attempts after, Instant now, Entry entry);
}
