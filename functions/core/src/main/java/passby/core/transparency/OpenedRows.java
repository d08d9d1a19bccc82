package passby.core.transparency;

import java.util.List;
import java.util.TreeMap;

/**
 * {@code openings/YYYY-MM-DD.csv}: value and salt of each field that the city opens for everybody. Whoever has an entry of the log and this
 * row computes the commitment again (docs/ledger.md), so that a value cannot be made up.
 */
final class OpenedRows {
    static final String HEADER = Csv.line("entry", "id", "field", "salt", "value");

    private OpenedRows() {}

    /** By the day, because clocks fill them: about 1,500 rows each. */
    static String file(String day) {
        return "openings/" + day + ".csv";
    }

    /** @param entry with the openings that are published */
    static List<String> of(PublicEntry entry) {
        return new TreeMap<>(entry.openings())
                .entrySet().stream()
                        .map(opened -> Csv.line(
                                entry.index(),
                                entry.entry().entryId(),
                                opened.getKey().code(),
                                opened.getValue().salt(),
                                opened.getValue().value()))
                        .toList();
    }
}
