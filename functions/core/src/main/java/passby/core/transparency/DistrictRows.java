package passby.core.transparency;

import java.util.List;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * {@code districts.csv}: for each part of the city, every four weeks, its cameras, the hits that officers looked at and those that they
 * rejected. Without numbers of hits where there were too few.
 */
final class DistrictRows {
    static final String FILE = "districts.csv";
    static final String HEADER = Csv.line("entry", "day", "zone", "zone_cameras", "hits", "rejected");

    private DistrictRows() {}

    /** @param entry with the openings that are published */
    static List<String> of(PublicEntry entry) {
        if (!entry.is(EntryType.DAY_BALANCED.code(), Outcome.DONE.code())) {
            return List.of();
        }
        var told = entry.facts(Field.COUNTS).facts("districts");
        return FactTable.of(told.facts("zones")).rows().entrySet().stream()
                .map(zone -> Csv.line(
                        entry.index(),
                        told.text("day"),
                        zone.getKey(),
                        zone.getValue().number("cameras"),
                        number(zone.getValue(), "hits"),
                        number(zone.getValue(), "rejected")))
                .toList();
    }

    private static String number(Facts of, String name) {
        return of.has(name) ? String.valueOf(of.number(name)) : "";
    }
}
