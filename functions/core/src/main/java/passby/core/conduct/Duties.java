package passby.core.conduct;

import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Everybody's hours, as the Program Manager entered them. */
public interface Duties {
    Optional<DutyHours> find(String personId);

    /** In place of those before. */
    Commit put(DutyHours hours, Entry entry);

    /**
     * One takes over what another gives, in one change.
     *
     * @param before the hours of both, as they were read; a conflict unless they still are so
     * @param after of the same two people, in the same order
     */
    Commit swap(List<DutyHours> before, List<DutyHours> after, Entry entry);
}
