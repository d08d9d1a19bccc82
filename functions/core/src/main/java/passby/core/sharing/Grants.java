package passby.core.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Written requests of other agencies: all that were ever filed. */
public interface Grants {
    /** Read strongly. Whatever is no id is nobody's. */
    Optional<Grant> find(String grantId);

    /** Those that were filed on the day of that instant, in UTC, the oldest first; read strongly. */
    List<Grant> filedOn(Instant day);

    Commit add(Grant grant, Entry entry);

    /** Puts the next revision in the place of the one before it; a conflict when that is not the stored one. */
    Commit revise(Grant revised, Entry entry);
}
