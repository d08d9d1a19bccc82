package passby.core.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** The city's accounts. */
public interface People {
    /** Read strongly: a removal counts at the next request. */
    Optional<Person> find(String personId);

    /**
     * Puts an account, with its entry, in the place of what was there.
     *
     * @param before as {@link #find} answered it, null when there was nobody; a conflict when that is not so any more
     */
    Commit appoint(@Nullable Person before, Person person, Entry entry);
}
