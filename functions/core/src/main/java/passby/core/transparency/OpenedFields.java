package passby.core.transparency;

import java.util.Map;
import java.util.Set;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * The committed fields that the city opens for everybody: counts of its own clocks, and words of closed lists. None names a person, a
 * plate, a place, or the time of anything that a person did.
 */
final class OpenedFields {
    private static final Map<String, Set<Field>> BY_TYPE = Map.of(
            EntryType.COUNTED.code(), Set.of(Field.COUNTS),
            EntryType.ROWS_PURGED.code(), Set.of(Field.COUNTS),
            EntryType.DAY_BALANCED.code(), Set.of(Field.COUNTS),
            // The step, and of a rejection or an end its reason; a refused step may repeat what somebody typed.
            EntryType.HIT_STEP.code(), Set.of(Field.ACTION, Field.REASON),
            // What changed, or "approve as chief": who approved, by role.
            EntryType.POLICY_CHANGED.code(), Set.of(Field.ACTION));

    private OpenedFields() {}

    static Set<Field> of(SealedEntry entry) {
        return entry.outcome().equals(Outcome.DONE.code()) ? BY_TYPE.getOrDefault(entry.type(), Set.of()) : Set.of();
    }
}
