package passby.core.transparency;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            | changes.csv | a change of settings, hot lists, cameras, sharing, access or software |
            | changes.atom | the newest 200 of them as a feed (RFC 4287), without the files that lists take in |
            | hotlists.csv | a list of another agency |
            | grants.csv | a request of somebody outside for reads, refused or not |
            | cameras.geojson | a camera (RFC 7946) |
            | audit-findings.json | reviews and audits: done, missed, overdue, and what they found |
            | reading-quality.csv | a camera, or the city, on a day: how many plates were misread |
            | districts.csv | a part of the city, every four weeks: its cameras, its hits and those that were rejected |
            | policy.json, policy.md | no table: the rules in force, to the letter and in words |
            | openings/YYYY-MM-DD.csv | a committed field of an entry that the city opens for everybody |
            | files.csv | a file of this folder, with its SHA-256 |
            | signed.txt | a signed note (C2SP): format, log, size and root of the checkpoint, SHA-256 of files.csv |

            A figure of daily.csv follows from the entries of the log and the rows of openings/ alone: anybody can count it again.
            So do changes.csv, changes.atom, hotlists.csv, grants.csv, cameras.geojson,
            audit-findings.json, reading-quality.csv and districts.csv, byte for byte.
            A day's row grows until the log has passed that day; entries become public a day late, in whole hours.

            ## searches/YYYY-MM.csv

            | column | meaning |
            |---|---|
            | entry | place in the log |
            | hour | UTC |
            | operator, target, case | pseudonyms, the same within a quarter: who searched; what for (a plate, look-alike letters folded together, or the cameras); under which case number. Empty when nothing was given |
            | kind | plate, partial (with ? or *), camera, or description (of a vehicle, at cameras) |
            | offence | code that the officer chose |
            | on_behalf_of | whose case it was, and the outside task force, if any |
            | results | rows that were answered; empty when refused |
            | outcome | done, refused or failed |

            ## changes.csv

            entry, hour, change (type of the entry), what (of settings: what changed, or the role that approved; of access-policies, a version of the
            program: the hash of its access policies, in its first entry; else the list or the camera)

            ## hotlists.csv

            | column | meaning |
            |---|---|
            | source, agency, layout | the list's short name, whose it is, and the layout of its files |
            | state | proposed (alerts nobody), armed or suspended |
            | proposed_by, accepted_by | roles of the two people who armed it |
            | max_age_hours | after which it stops alerting |
            | imported, age_hours | hour of the newest file that was taken in, and its age at the newest entry of the log |
            | entries, rows, rows_rejected, rows_refused | of that file: what it lists, its rows, those that are malformed, those that the city's rules refuse |
            | refused_by_code | the refused ones by the letter of their file code, such as N:3 |
            | imports, imports_aborted | files that were taken in, and those that were not because too much was malformed or missing |

            ## grants.csv

            entry, hour; agency (of agencies alone), class, agency_state, basis (legal), offence, cameras (how many, or all), window_hours; state (requested,
            refused-by-rule, refused, approved, released), decided and released (hours), results (reads that were given). Never the plate.

            ## cameras.geojson

            Tags as OpenStreetMap has them: direction (degrees), operator, operator:type (own-agency, private or other), surveillance:type. Beside them kind
            (fixed or mobile), zone, installed, retired, state (in-service, suspended or retired). A mobile camera has no place. Places are exact to about a metre.

            ## audit-findings.json

            weekly_reviews: week, state (open, drawn, reported, approved), missed, questioned. conduct_reviews: entry, opened, state (open, overdue after 14 days,
            closed), closed, finding; findings counts them by stalking, non-police-use, other-misuse, error and no-misuse. hot_list_audits: hour, entries,
            authors, oldestDays, questioned, or due and missed. It names nobody, and does not say what a review under way asks.

            ## reading-quality.csv

            | column | meaning |
            |---|---|
            | entry, day | place in the log of the entry that closed the day, and the day: the last of four weeks |
            | camera | empty: all cameras of the city |
            | source | hits (what officers said of hits; misreads gather there) or samples (a random sample that a person labelled). Never added up |
            | n, misread | plates that were judged in the four weeks, and those of them that were misread |
            | share, low, high | misread of n, and where it lies with 95 % confidence (Wilson's interval) |

            What had fewer plates than the city's floor has no row. Of a camera there is the random sample alone: one rejected hit more from a day to
            the next would tell where a car was.

            ## districts.csv

            entry, day (the last of four weeks), zone, zone_cameras (in service on that day), hits (that officers looked at in the four weeks), rejected (of
            them). Of fewer hits than the city's floor none is told, and the weeks of two tellings never overlap: one hit more or less would tell where a car was.

            ## policy.json, policy.md

            The policy document under which the newest entry was written: the SHA-256 of policy.json is that entry's member policy. policy.md says the
            same in words, with the purposes that are allowed and those that are refused, and was made from it.

            ## openings/YYYY-MM-DD.csv

            entry, id (of the entry), field, salt, value: SHA-256 over them is the commitment in the log (docs/ledger.md)

            ## daily.csv

            | column | meaning |
            |---|---|
            | day | UTC |
            """;

    /** Of the files that are no tables: their media type, the document that defines them, and of ours what they hold (JSON Schema). */
    private static final List<Object> DOCUMENTS = List.of(
            document(ChangeFeed.FILE, "application/atom+xml", "https://www.rfc-editor.org/rfc/rfc4287", Map.of()),
            document(PolicyFiles.WORDS, "text/markdown", "https://www.rfc-editor.org/rfc/rfc7763", Map.of()),
            document(
                    PolicyFiles.DOCUMENT,
                    "application/json",
                    "https://json-schema.org/draft/2020-12/schema",
                    Map.of(
                            "type",
                            "object",
                            "required",
                            List.of("v", "version", "agency", "profile", "nonHitRetention", "hitRetentionDays"))),
            document(CameraMap.FILE, "application/geo+json", "https://www.rfc-editor.org/rfc/rfc7946", Map.of()),
            document(
                    AuditFindings.FILE,
                    "application/json",
                    "https://json-schema.org/draft/2020-12/schema",
                    Map.of(
                            "type",
                            "object",
                            "properties",
                            Map.of(
                                    "as_of", type("string"),
                                    "weekly_reviews", listOf("week", "state", "missed"),
                                    "conduct_reviews", listOf("entry", "opened", "state"),
                                    "findings", type("object"),
                                    "hot_list_audits", listOf(),
                                    "hot_list_audit_overdue", type("boolean"),
                                    "hot_list_entry_reviews_missed", type("integer")))));

    private static final Set<String> NUMBERS = Set.of(
            "entry",
            "bytes",
            "results",
            "max_age_hours",
            "age_hours",
            "window_hours",
            "entries",
            "rows",
            "rows_rejected",
            "rows_refused",
            "imports",
            "imports_aborted",
            "n",
            "misread",
            "zone_cameras",
            "rejected",
            DailyTable.LAST);

    private static final Set<String> SHARES = Set.of("share", "low", "high");

    private DataDictionary() {}

    private static Map<String, Object> document(
            String file, String mediaType, String definedBy, Map<String, Object> schema) {
        return Map.of("url", file, "mediaType", mediaType, "definedBy", definedBy, "schema", schema);
    }

    private static Map<String, Object> type(String name) {
        return Map.of("type", name);
    }

    private static Map<String, Object> listOf(String... required) {
        return Map.of("type", "array", "items", Map.of("type", "object", "required", List.of(required)));
    }

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
                HotListTable.FILE,
                columns(HotListTable.HEADER),
                GrantTable.FILE,
                columns(GrantTable.HEADER),
                QualityRows.FILE,
                columns(QualityRows.HEADER),
                DistrictRows.FILE,
                columns(DistrictRows.HEADER),
                DataSetFiles.LIST,
                columns("file,bytes,sha256")));
        return CanonicalJson.write(Map.of(
                        "@context",
                        "http://www.w3.org/ns/csvw",
                        "dc:license",
                        "https://creativecommons.org/publicdomain/zero/1.0/",
                        "version",
                        DataSetFiles.FORMAT,
                        "documents",
                        DOCUMENTS,
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
                .map(name -> Map.of("name", name, "datatype", datatype(name)))
                .toList();
    }

    private static String datatype(String column) {
        if (SHARES.contains(column)) {
            return "decimal";
        }
        return isText(column) ? "string" : "integer";
    }

    private static boolean isText(String column) {
        return !NUMBERS.contains(column)
                && Arrays.stream(Figure.values())
                        .noneMatch(figure -> figure.code().equals(column));
    }
}
