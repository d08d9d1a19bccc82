package passby.core.transparency;

import java.util.Optional;
import java.util.stream.Stream;
import passby.core.ledger.Field;

/** {@code changes.csv}: every change of settings, lists, cameras and access, with its hour and what changed. */
final class ChangeRows {
    static final String FILE = "changes.csv";
    static final String HEADER = Csv.line("entry", "hour", "change", "what");

    private ChangeRows() {}

    /** @param entry with the openings that are published; none when it is no change */
    static Optional<String> row(PublicEntry entry) {
        return Change.of(entry).map(change -> row(entry, change, what(entry)));
    }

    /** Of the first entry whose program enforces these access policies: their hash. */
    static String software(PublicEntry entry) {
        return row(entry, Change.ACCESS_POLICIES, entry.entry().accessHash());
    }

    private static String row(PublicEntry entry, Change change, String what) {
        return Csv.line(entry.index(), entry.entry().hour(), change.code(), what);
    }

    /** Of settings what changed or who approved by role, else the list or the camera. */
    private static String what(PublicEntry entry) {
        var told = entry.facts(Field.AFTER);
        return Stream.of(entry.value(Field.ACTION).orElse(""), told.text("source"), told.text("camera"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
