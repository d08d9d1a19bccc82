package passby.core.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.core.ledger.Field;

/**
 * Entries as a table for people (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP,
 * "CSV Injection").
 */
final class LedgerCsv {
    private static final String DANGEROUS = "=+-@\t\r\n|%";

    private LedgerCsv() {}

    static String of(List<LoggedEntry> entries) {
        var head = Stream.concat(
                Stream.of("index", "entry-id", "hour", "type", "outcome", "policy-hash"),
                Stream.of(Field.values()).map(Field::code));
        return Stream.concat(
                        Stream.of(head.collect(Collectors.joining(","))),
                        entries.stream().map(LedgerCsv::row))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String row(LoggedEntry entry) {
        var sealed = entry.sealed();
        var cells = new ArrayList<>(List.of(
                String.valueOf(entry.index()),
                sealed.entryId(),
                sealed.hour(),
                sealed.type(),
                sealed.outcome(),
                sealed.policyHash()));
        for (var field : Field.values()) {
            var opening = entry.openings().get(field);
            cells.add(opening == null ? "" : opening.value());
        }
        return cells.stream().map(LedgerCsv::cell).collect(Collectors.joining(","));
    }

    static String cell(String value) {
        var harmless = !value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return harmless.chars().anyMatch(c -> c == '"' || c == ',' || c < ' ')
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
