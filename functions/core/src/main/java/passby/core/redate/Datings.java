package passby.core.redate;

import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** The one row that says how everything stored is dated. */
public interface Datings {
    /** Read strongly; empty in a city that never re-dated anything. */
    Optional<Dating> find();

    /** Puts the next revision. @return false unless its number follows that of the stored one (1 is the first) */
    boolean save(Dating next);

    /** The same with an entry, in one transaction. */
    Commit save(Dating next, Entry entry);
}
