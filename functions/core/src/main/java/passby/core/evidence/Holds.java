package passby.core.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import passby.core.ledger.Accepted;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Stored holds, and the mark of a hold on the rows of its reads. */
public interface Holds {
    /** What came of placing a hold. */
    sealed interface Placed {
        record Done(Accepted accepted) implements Placed {}

        /** @param readIds whose rows are gone or whose deletion has begun; nothing was written */
        record TooLate(Set<String> readIds) implements Placed {
            public TooLate {
                readIds = Set.copyOf(readIds);
            }
        }
    }

    /** Stores a new hold and marks the rows of all its reads, with the entry, in one transaction. */
    Placed place(Hold hold, Entry entry);

    /** Puts the next revision in the place of the one before it; a conflict when another one came first. */
    Commit save(Hold next, Entry entry);

    /** Read strongly. Any text that is no id finds nothing. */
    Optional<Hold> find(String holdId);

    /** Holds that are preserved or held, the one that ends first first. */
    List<Hold> open();
}
