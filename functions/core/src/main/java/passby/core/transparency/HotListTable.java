package passby.core.transparency;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/** {@code hotlists.csv}: each list of another agency, who armed it by role, how old it is, and what its newest file held. */
final class HotListTable implements Register {
    static final String FILE = "hotlists.csv";
    static final String HEADER = Csv.line(
            "source",
            "agency",
            "layout",
            "state",
            "proposed_by",
            "accepted_by",
            "max_age_hours",
            "imported",
            "age_hours",
            "entries",
            "rows",
            "rows_rejected",
            "rows_refused",
            "refused_by_code",
            "imports",
            "imports_aborted");

    private static final List<String> CONFIGURED =
            List.of("agency", "layout", "maxAgeHours", "proposedBy", "acceptedBy");
    private static final String IMPORTED = "imported";

    private final FactTable lists;

    HotListTable(Facts state) {
        this.lists = FactTable.of(state);
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public void add(PublicEntry entry) {
        var told = entry.facts(Field.AFTER);
        var source = told.text("source");
        if (source.isEmpty()) {
            return;
        }
        var list = lists.row(source);
        if (entry.isOf(EntryType.LIST_IMPORTED)) {
            imported(entry, told, list);
        } else if (entry.isOf(EntryType.LIST_PROPOSED)
                || entry.isOf(EntryType.LIST_ACCEPTED)
                || entry.isOf(EntryType.LIST_SUSPENDED)) {
            list.copy(told, CONFIGURED);
            list.put("state", state(entry));
        }
    }

    private static String state(PublicEntry entry) {
        if (entry.isOf(EntryType.LIST_ACCEPTED)) {
            return "armed";
        }
        return entry.isOf(EntryType.LIST_SUSPENDED) ? "suspended" : "proposed";
    }

    private static void imported(PublicEntry entry, Facts told, Facts list) {
        if (!entry.is(EntryType.LIST_IMPORTED.code(), Outcome.DONE.code())) {
            list.count("aborted");
            return;
        }
        list.count("imports");
        list.put(IMPORTED, entry.entry().hour());
        list.put("entries", told.number("entries"));
        list.put("rows", told.number("rows"));
        list.put("rejected", told.facts("rejected").sum());
        list.put("refused", told.facts("refused"));
    }

    @Override
    public String text(String asOf) {
        return Csv.text(Stream.concat(
                        Stream.of(HEADER),
                        lists.rows().entrySet().stream().map(list -> row(list.getKey(), list.getValue(), asOf)))
                .toList());
    }

    private static String row(String source, Facts list, String asOf) {
        var hasFile = list.has(IMPORTED);
        var refused = list.facts("refused");
        return Csv.line(
                source,
                list.text("agency"),
                list.text("layout"),
                list.text("state"),
                list.text("proposedBy"),
                list.text("acceptedBy"),
                list.has("maxAgeHours") ? list.number("maxAgeHours") : "",
                list.text(IMPORTED),
                hasFile ? PublicEntry.hours(list.text(IMPORTED), asOf) : "",
                list.number("entries"),
                list.number("rows"),
                list.number("rejected"),
                refused.sum(),
                refused.numbers().entrySet().stream()
                        .map(code -> code.getKey() + ":" + code.getValue())
                        .collect(Collectors.joining(" ")),
                list.number("imports"),
                list.number("aborted"));
    }

    @Override
    public Map<String, Object> state() {
        return lists.json();
    }
}
