package passby.core.evidence;

import java.util.Optional;
import passby.core.plate.Plate;

/** What the ledger says that a search was for, or that somebody opened. */
public interface SearchedPlates {
    /** Empty for any text that is no id of an entry about a plate, and once its opening is deleted. */
    Optional<Plate> find(String entryId);

    /** Whether that is the entry of a gated view in which somebody saw that read: of a row that a search without plates found. */
    boolean opened(String entryId, String readId);
}
