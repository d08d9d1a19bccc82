package passby.operator.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import passby.core.ledger.CanonicalJson;
import passby.core.transparency.Csv;

/** One report as a table, for programs, and to be printed: the same cells in each. */
final class ReportFiles {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>TITLE</title>
            <style>
            body { font: 11pt/1.4 serif; margin: 2cm auto; max-width: 18cm; padding: 0 .5cm; }
            table { border-collapse: collapse; margin: .5em 0 1.5em; width: 100%; font-size: 9.5pt; overflow-wrap: anywhere; }
            th, td { border-bottom: 1px solid #888; padding: .2em .4em; text-align: left; vertical-align: top; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            </style>
            <h1>TITLE</h1>
            TABLES
            </html>
            """;

    private final StateReport report;

    ReportFiles(StateReport report) {
        this.report = report;
    }

    /** Text of each file by the end of its name. */
    SequencedMap<String, String> all() {
        var files = new LinkedHashMap<String, String>();
        files.put("csv", csv());
        files.put("json", json());
        files.put("html", html());
        return files;
    }

    private String title() {
        return report.form().state() + ": " + report.form().title() + ", "
                + report.period().name();
    }

    private List<String> about() {
        return List.of(
                "Source: " + report.form().source() + "; due " + report.form().often() + ". Not legal advice.",
                "From " + report.period().first() + " to " + report.period().last() + " (UTC), " + report.days()
                        + " days in the public data set"
                        + (report.complete() ? "." : "; it does not reach beyond the period, so more may come."),
                "Made from the city's public data set alone; scripts/verify-ledger --data checks that against the ledger.");
    }

    private String csv() {
        var lines = new ArrayList<String>();
        lines.add(Csv.line(title()));
        about().forEach(sentence -> lines.add(Csv.line(sentence)));
        for (var table : report.tables()) {
            lines.add("");
            lines.add(Csv.line(table.title()));
            table.rows().forEach(row -> lines.add(Csv.line(row.toArray())));
        }
        return Csv.text(lines);
    }

    private String json() {
        return CanonicalJson.write(Map.of(
                        "format", "passby-state-report/1",
                        "state", report.form().state(),
                        "title", report.form().title(),
                        "source", report.form().source(),
                        "from", report.period().first().toString(),
                        "to", report.period().last().toString(),
                        "days", report.days(),
                        "complete", report.complete(),
                        "tables",
                                report.tables().stream()
                                        .map(table -> Map.of("title", table.title(), "rows", table.rows()))
                                        .toList()))
                + "\n";
    }

    private String html() {
        var body = new StringBuilder();
        about().forEach(sentence -> body.append("<p>").append(escaped(sentence)).append("</p>\n"));
        for (var table : report.tables()) {
            body.append("<h2>").append(escaped(table.title())).append("</h2>\n");
            body.append(table.rows().isEmpty() ? "<p>None.</p>\n" : html(table.rows()));
        }
        return PAGE.replace("TITLE", escaped(title())).replace("TABLES", body);
    }

    private static String html(List<List<String>> rows) {
        return "<table>\n<thead>" + row("th", rows.getFirst()) + "</thead>\n<tbody>\n"
                + rows.stream().skip(1).map(row -> row("td", row) + "\n").collect(Collectors.joining())
                + "</tbody>\n</table>\n";
    }

    private static String row(String cell, List<String> cells) {
        return cells.stream()
                .map(text -> "<" + cell + ">" + escaped(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
