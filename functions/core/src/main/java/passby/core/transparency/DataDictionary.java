package passby.core.transparency;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import passby.core.ledger.CanonicalJson;

/** What stands beside the data: its columns in words, its schema (W3C "Metadata Vocabulary for Tabular Data"), and its licence. */
final class DataDictionary {
    private static final String LICENCE = """
            CC0 1.0 Universal. The city waives all of its rights in the files of this folder: anybody may use them for anything.
            https://creativecommons.org/publicdomain/zero/1.0/
            """;

    private static final String HEAD = """
            # The data of this city's license plate readers

            Made from the public ledger (/log/), signed with the checkpoint that it was made from, never aged off. CC0 (LICENSE.txt).

            | file | a row is |
            |---|---|
            | daily.csv | a UTC day, from the first entry on |
            | searches/YYYY-MM.csv | a search, answered or refused |
            | changes.csv | a change of settings, hot lists, cameras or access |
            | openings/YYYY-MM-DD.csv | a committed field of an entry that the city opens for everybody |
            | files.csv | a file of this folder, with its SHA-256 |
            | signed.txt | a signed note (C2SP): format, log, size and root of the checkpoint, SHA-256 of files.csv |

            A figure of daily.csv follows from the entries of the log and the rows of openings/ alone: anybody can count it again.
            A day's row grows until the log has passed that day; entries become public a day late, in whole hours.

            ## searches/YYYY-MM.csv

            | column | meaning |
            |---|---|
            | entry | place in the log |
            | hour | UTC |
            | operator, target, case | pseudonyms, the same within a quarter: who searched; what for (a plate, look-alike letters folded together, or the cameras); under which case number. Empty when nothing was given |
            | kind | plate, partial (with ? or *) or camera |
            | offence | code that the officer chose |
            | on_behalf_of | whose case it was, and the outside task force, if any |
            | results | rows that were answered; empty when refused |
            | outcome | done, refused or failed |

            ## changes.csv

            entry, hour, change (type of the entry), what (of settings: what changed, or the role that approved)

            ## openings/YYYY-MM-DD.csv

            entry, id (of the entry), field, salt, value: SHA-256 over them is the commitment in the log (docs/ledger.md)

            ## daily.csv

            | column | meaning |
            |---|---|
            | day | UTC |
            """;

    private DataDictionary() {}

    /** Text of each file by its name. */
    static Map<String, String> files() {
        var columns = Arrays.stream(Figure.values())
                .map(figure -> "| " + figure.code() + " | " + figure.words() + " |\n")
                .collect(Collectors.joining());
        return Map.of(
                "LICENSE.txt",
                LICENCE,
                "README.md",
                HEAD + columns + "| last_entry | place in the log of the day's newest entry; -1 for none |\n",
                "schema.json",
                schema());
    }

    private static String schema() {
        var tables = new TreeMap<String, Object>(Map.of(
                DailyTable.FILE,
                columns(DailyTable.empty().csv()),
                "searches/{YYYY-MM}.csv",
                columns(SearchRows.HEADER),
                ChangeRows.FILE,
                columns(ChangeRows.HEADER),
                "openings/{YYYY-MM-DD}.csv",
                columns(OpenedRows.HEADER),
                DataSetFiles.LIST,
                columns("file,bytes,sha256")));
        return CanonicalJson.write(Map.of(
                        "@context",
                        "http://www.w3.org/ns/csvw",
                        "dc:license",
                        "https://creativecommons.org/publicdomain/zero/1.0/",
                        "version",
                        DataSetFiles.FORMAT,
                        "tables",
                        tables.entrySet().stream()
                                .map(table -> Map.of(
                                        "url", table.getKey(),
                                        "tableSchema", Map.of("columns", table.getValue())))
                                .toList()))
                + "\n";
    }

    private static Object columns(String header) {
        return Arrays.stream(header.strip().split(",", -1))
                .map(name -> Map.of("name", name, "datatype", isText(name) ? "string" : "integer"))
                .toList();
    }

    private static boolean isText(String column) {
        return Arrays.stream(Figure.values()).noneMatch(figure -> figure.code().equals(column))
                && !column.equals("entry")
                && !column.equals("bytes")
                && !column.equals("results")
                && !column.equals(DailyTable.LAST);
    }
}
