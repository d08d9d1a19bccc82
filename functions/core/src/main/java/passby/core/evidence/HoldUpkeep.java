package passby.core.evidence;

import java.time.Instant;
import java.util.List;

/** What keeps holds and their copies in step. None of it is a change in the ledger's eyes. */
public interface HoldUpkeep {
    /** Holds that ended and whose copies may still lie in the vault. */
    List<Hold> uncleared();

    /**
     * Forgets a hold that ended: its rows are free and its copies are deleted. The ledger keeps its entries. Doing it twice is
     * fine; a hold that is open stays.
     */
    void cleared(String holdId);

    /** Notes until when the hold's copies are locked. Fine for a hold that is gone. */
    void locked(String holdId, Instant until);
}
