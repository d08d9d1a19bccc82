package passby.core.conduct;

import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Everybody's hours, as the Program Manager entered them. */
public interface Duties {
    Optional<DutyHours> find(String personId);

    /** In place of those before. */
    Commit put(DutyHours hours, Entry entry);
}
