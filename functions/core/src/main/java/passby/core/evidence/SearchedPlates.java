package passby.core.evidence;

import java.util.Optional;
import passby.core.plate.Plate;

/** Which plate the ledger says that a search was for. */
public interface SearchedPlates {
    /** Empty for any text that is no id of an entry about a plate, and once its opening is deleted. */
    Optional<Plate> find(String entryId);
}
