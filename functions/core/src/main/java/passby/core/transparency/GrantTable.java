package passby.core.transparency;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * {@code grants.csv}: every request of somebody outside for reads, those that the city refused too, and what became of it. A later step
 * names the entries before it in clear, so that no id of a request has to be opened.
 */
final class GrantTable implements Register {
    static final String FILE = "grants.csv";
    static final String HEADER = Csv.line(
            "entry",
            "hour",
            "agency",
            "class",
            "agency_state",
            "basis",
            "offence",
            "cameras",
            "window_hours",
            "state",
            "decided",
            "released",
            "results");

    private static final List<String> TOLD = List.of("agency", "class", "state", "basis", "cameras");
    private static final String ENTRY = "entry";
    private static final String STATE = "standing";
    private static final String WINDOW = "windowHours";

    private final FactTable grants;

    GrantTable(Facts state) {
        this.grants = FactTable.of(state);
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public void add(PublicEntry entry) {
        if (entry.isOf(EntryType.GRANT_REQUESTED)) {
            requested(entry);
        } else if (entry.entry().outcome().equals(Outcome.DONE.code())) {
            entry.entry().references().stream()
                    .filter(grants::has)
                    .map(grants::row)
                    .forEach(grant -> stepped(entry, grant));
        }
    }

    private void requested(PublicEntry entry) {
        var grant = grants.row(entry.entry().entryId());
        var told = entry.facts(Field.AFTER);
        grant.put(ENTRY, entry.index());
        grant.put("hour", entry.entry().hour());
        grant.put("offence", entry.value(Field.OFFENCE).orElse(""));
        grant.put(STATE, entry.entry().outcome().equals(Outcome.DONE.code()) ? "requested" : "refused-by-rule");
        grant.copy(told, TOLD);
        grant.copy(told, List.of(WINDOW));
    }

    private static void stepped(PublicEntry entry, Facts grant) {
        if (entry.isOf(EntryType.GRANT_DECIDED)) {
            grant.put("decided", entry.entry().hour());
            grant.put(STATE, entry.value(Field.ACTION).filter("approve"::equals).isPresent() ? "approved" : "refused");
        } else if (entry.isOf(EntryType.GRANT_RELEASED)) {
            grant.put("released", entry.entry().hour());
            grant.put(STATE, "released");
            grant.put("results", entry.value(Field.RESULT_COUNT).orElse(""));
        }
    }

    @Override
    public String text(String asOf) {
        var rows = grants.rows().values().stream()
                .sorted(Comparator.comparingLong(grant -> grant.number(ENTRY)))
                .map(GrantTable::row);
        return Csv.text(Stream.concat(Stream.of(HEADER), rows).toList());
    }

    private static String row(Facts grant) {
        return Csv.line(
                grant.number(ENTRY),
                grant.text("hour"),
                grant.text("agency"),
                grant.text("class"),
                grant.text("state"),
                grant.text("basis"),
                grant.text("offence"),
                grant.text("cameras"),
                grant.has(WINDOW) ? grant.number(WINDOW) : "",
                grant.text(STATE),
                grant.text("decided"),
                grant.text("released"),
                grant.text("results"));
    }

    @Override
    public Map<String, Object> state() {
        return grants.json();
    }
}
