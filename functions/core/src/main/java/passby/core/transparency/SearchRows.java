package passby.core.transparency;

import java.util.Locale;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.plate.Plate;
import passby.core.search.CameraQuery;

/** {@code searches/YYYY-MM.csv}: every search, answered or refused, under pseudonyms of its quarter. */
final class SearchRows {
    static final String HEADER = Csv.line(
            "entry", "hour", "operator", "target", "kind", "offence", "case", "on_behalf_of", "results", "outcome");

    private final Pseudonyms pseudonyms;

    SearchRows(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    static String file(String month) {
        return "searches/" + month + ".csv";
    }

    static boolean isSearch(PublicEntry entry) {
        return entry.entry().type().equals(EntryType.SEARCH.code());
    }

    /** @param entry with all that the city can open */
    String row(PublicEntry entry) {
        var month = entry.month();
        var plate = folded(entry.value(Field.PLATE).orElse(""));
        var cameras = entry.value(Field.CAMERAS).orElse("");
        return Csv.line(
                entry.index(),
                entry.entry().hour(),
                pseudonyms.of(month, "operator", entry.value(Field.ACTOR).orElse("")),
                pseudonyms.of(month, "target", plate.isEmpty() ? cameras : plate),
                kind(plate, entry.value(Field.QUERY).orElse("")),
                entry.value(Field.OFFENCE).orElse(""),
                pseudonyms.of(month, "case", entry.value(Field.CASE_NUMBER).orElse("")),
                entry.value(Field.ON_BEHALF_OF).orElse(""),
                entry.value(Field.RESULT_COUNT).orElse(""),
                entry.entry().outcome());
    }

    /** O and 0, I and 1 and the like are one target, however somebody typed it. */
    private static String folded(String typed) {
        return Plate.fold(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9?*]", ""));
    }

    private static String kind(String plate, String query) {
        if (plate.isEmpty()) {
            return CameraQuery.isDescribed(query) ? "description" : "camera";
        }
        return plate.matches(".*[?*].*") ? "partial" : "plate";
    }
}
