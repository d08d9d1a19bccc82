package passby.core.transparency;

import java.util.Map;
import java.util.Set;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * The committed fields that the city opens for everybody: counts of its own clocks, words of closed lists, and what it tells of its lists and
 * of its own cameras. None names a person or a plate, the place of anybody, or the time of anything that a person did.
 */
final class OpenedFields {
    private static final Map<String, Set<Field>> BY_TYPE = Map.ofEntries(
            of(EntryType.COUNTED, Field.COUNTS),
            of(EntryType.ROWS_PURGED, Field.COUNTS),
            of(EntryType.DAY_BALANCED, Field.COUNTS),
            // The step, and of a rejection or an end its reason; a refused step may repeat what somebody typed.
            of(EntryType.HIT_STEP, Field.ACTION, Field.REASON),
            // What changed, and who approved, by role.
            of(EntryType.POLICY_CHANGED, Field.ACTION),
            of(EntryType.LIST_PROPOSED, Field.AFTER),
            of(EntryType.LIST_ACCEPTED, Field.AFTER),
            of(EntryType.LIST_SUSPENDED, Field.AFTER),
            of(EntryType.LIST_IMPORTED, Field.AFTER),
            of(EntryType.CAMERA_REGISTERED, Field.AFTER),
            of(EntryType.CAMERA_RETIRED, Field.AFTER),
            of(EntryType.CAMERA_SUSPENDED, Field.AFTER),
            of(EntryType.CAMERA_RESUMED, Field.AFTER),
            of(EntryType.CAMERA_CAPTIONS_CHANGED, Field.AFTER),
            // The week; of a report how many entries were questioned.
            of(EntryType.REVIEW_DRAWN, Field.SUBJECT),
            of(EntryType.REVIEW_REPORTED, Field.SUBJECT, Field.RESULT_COUNT),
            of(EntryType.REVIEW_APPROVED, Field.SUBJECT),
            of(EntryType.REVIEW_MISSED, Field.SUBJECT),
            // The review's own id, and of its end the class of what was found; never what was asked.
            of(EntryType.CONDUCT_REVIEW_OPENED, Field.SUBJECT),
            of(EntryType.CONDUCT_REVIEW_CLOSED, Field.SUBJECT, Field.ACTION),
            // Whom the city gave reads to, for what offence, and how many; never which plate was asked for.
            of(EntryType.GRANT_REQUESTED, Field.AFTER, Field.OFFENCE),
            of(EntryType.GRANT_DECIDED, Field.ACTION),
            of(EntryType.GRANT_RELEASED, Field.RESULT_COUNT),
            of(EntryType.HOT_LIST_AUDITED, Field.COUNTS),
            // The day until which it was due.
            of(EntryType.HOT_LIST_AUDIT_MISSED, Field.SUBJECT));

    /**
     * A file that was not taken in, of which the city itself says so; and a request from outside, which is in words of closed lists by the time
     * that a rule refuses it.
     */
    private static final Set<String> REFUSED_TOO =
            Set.of(EntryType.LIST_IMPORTED.code(), EntryType.GRANT_REQUESTED.code());

    private OpenedFields() {}

    private static Map.Entry<String, Set<Field>> of(EntryType type, Field... fields) {
        return Map.entry(type.code(), Set.of(fields));
    }

    static Set<Field> of(SealedEntry entry) {
        return entry.outcome().equals(Outcome.DONE.code()) || REFUSED_TOO.contains(entry.type())
                ? BY_TYPE.getOrDefault(entry.type(), Set.of())
                : Set.of();
    }
}
