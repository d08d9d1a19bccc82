package passby.core.transparency;

import java.util.Set;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/** {@code changes.csv}: every change of settings, lists and cameras, with its hour and, of settings, what changed or who approved by role. */
final class ChangeRows {
    static final String FILE = "changes.csv";
    static final String HEADER = Csv.line("entry", "hour", "change", "what");

    private static final Set<String> CHANGES = Set.of(
            EntryType.POLICY_CHANGED.code(),
            EntryType.POLICY_REQUESTED.code(),
            EntryType.LIST_ACCEPTED.code(),
            EntryType.LIST_SUSPENDED.code(),
            EntryType.LIST_IMPORTED.code(),
            EntryType.CAMERA_REGISTERED.code(),
            EntryType.CAMERA_RETIRED.code(),
            EntryType.CAMERA_SUSPENDED.code(),
            EntryType.CAMERA_RESUMED.code(),
            EntryType.ACCESS_GRANTED.code(),
            EntryType.ACCESS_REVOKED.code());

    private ChangeRows() {}

    static boolean isChange(PublicEntry entry) {
        return CHANGES.contains(entry.entry().type()) && entry.entry().outcome().equals(Outcome.DONE.code());
    }

    /** @param entry with the openings that are published */
    static String row(PublicEntry entry) {
        return Csv.line(
                entry.index(),
                entry.entry().hour(),
                entry.entry().type(),
                entry.value(Field.ACTION).orElse(""));
    }
}
