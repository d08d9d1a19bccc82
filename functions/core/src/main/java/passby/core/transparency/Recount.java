package passby.core.transparency;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.core.disclosure.SealedEntry;
import passby.core.id.Digests;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;

/**
 * Counts a data set again from the entries of the log, as anybody may: every opening must give the commitment of its entry, every figure
 * of every day must come out the same, every search must be in its file and no other, and every change and every register must be what the
 * entries say.
 */
public final class Recount {
    private final Function<String, Optional<String>> files;
    private final String origin;
    private final DailyTable daily = DailyTable.empty();
    private final Map<String, List<String>> searches = new TreeMap<>();
    private final Registers registers = Registers.empty();
    private final List<String> changes = new ArrayList<>();
    private final List<String> quality = new ArrayList<>();
    private final List<String> districts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Map<Long, Map<Field, Opening>> openings = Map.of();
    private String day = "";

    /**
     * @param files text of a file of the data set by its name, compared with the signed list before
     * @param origin of the log
     */
    public Recount(Function<String, Optional<String>> files, String origin) {
        this.files = files;
        this.origin = origin;
    }

    /** Entries one after the other, from the first. */
    public void entry(long index, SealedEntry sealed) {
        var bare = new PublicEntry(index, sealed, Map.of());
        if (!bare.day().equals(day)) {
            day = bare.day();
            openings = openings(OpenedRows.file(day));
        }
        var entry = checked(new PublicEntry(index, sealed, openings.getOrDefault(index, Map.of())));
        daily.add(entry);
        changes.addAll(registers.add(entry));
        quality.addAll(QualityRows.of(entry));
        districts.addAll(DistrictRows.of(entry));
        if (SearchRows.isSearch(entry)) {
            searches.computeIfAbsent(entry.month(), _ -> new ArrayList<>())
                    .add(index + " " + sealed.hour() + " " + sealed.outcome());
        }
    }

    /** With the openings that are what was committed; whatever else stands there is a fault and counts nothing. */
    private PublicEntry checked(PublicEntry entry) {
        var right = new EnumMap<Field, Opening>(Field.class);
        entry.openings().forEach((field, opening) -> {
            var committed = entry.entry().commitments().get(field.code());
            if (OpenedFields.of(entry.entry()).contains(field)
                    && opening.commitment(entry.entry().entryId(), field).equals(committed)) {
                right.put(field, opening);
            } else {
                faults.add(OpenedRows.file(day) + ": what it says of entry " + entry.index()
                        + " is not what was committed");
            }
        });
        return new PublicEntry(entry.index(), entry.entry(), right);
    }

    private Map<Long, Map<Field, Opening>> openings(String file) {
        var found = new HashMap<Long, Map<Field, Opening>>();
        for (var row : rows(file)) {
            var field = Stream.of(Field.values())
                    .filter(known -> known.code().equals(row.get(2)))
                    .findFirst();
            field.ifPresent(
                    known -> found.computeIfAbsent(Long.valueOf(row.getFirst()), _ -> new EnumMap<>(Field.class))
                            .put(known, new Opening(row.get(3), row.get(4))));
        }
        return found;
    }

    private List<List<String>> rows(String file) {
        return files.apply(file).stream()
                .flatMap(text -> Csv.lines(text).stream().skip(1))
                .map(Csv::cells)
                .toList();
    }

    /** What does not follow from the log, a sentence each; empty when everything does. Call it after the last entry. */
    public List<String> faults() {
        var found = new ArrayList<>(faults);
        if (!files.apply(DailyTable.FILE).orElse("").equals(daily.csv())) {
            found.add(DailyTable.FILE + ": "
                    + firstDifference(files.apply(DailyTable.FILE).orElse("")));
        }
        compare(found, ChangeRows.FILE, text(ChangeRows.HEADER, changes));
        compare(found, QualityRows.FILE, text(QualityRows.HEADER, quality));
        compare(found, DistrictRows.FILE, text(DistrictRows.HEADER, districts));
        compare(found, ChangeFeed.FILE, ChangeFeed.text(origin, changes, registers.asOf()));
        registers.texts().forEach((file, expected) -> compare(found, file, expected));
        var policy = files.apply(PolicyFiles.DOCUMENT).map(Digests::sha256Hex).orElse("");
        if (!policy.equals(registers.policy())) {
            found.add(PolicyFiles.DOCUMENT + ": it is not what the entries of the log say");
        }
        searches.forEach((month, expected) -> {
            var listed = rows(SearchRows.file(month)).stream()
                    .map(row -> row.getFirst() + " " + row.get(1) + " " + row.getLast())
                    .toList();
            if (!listed.equals(expected)) {
                found.add(SearchRows.file(month) + ": it does not hold exactly the searches of the log");
            }
        });
        return found;
    }

    private static String text(String header, List<String> rows) {
        return Csv.text(Stream.concat(Stream.of(header), rows.stream()).toList());
    }

    private void compare(List<String> found, String file, String expected) {
        if (!files.apply(file).orElse("").equals(expected)) {
            found.add(file + ": it is not what the entries of the log say");
        }
    }

    private String firstDifference(String published) {
        var theirs = Csv.lines(published);
        var ours = Csv.lines(daily.csv());
        var row = Stream.iterate(0, at -> at + 1)
                .filter(at -> at >= theirs.size()
                        || at >= ours.size()
                        || !theirs.get(at).equals(ours.get(at)))
                .findFirst()
                .orElse(0);
        var first = row < ours.size() ? ours.get(row) : theirs.get(row);
        return "the figures of " + first.substring(0, first.indexOf(',')) + " do not follow from the log";
    }

    /** How many searches were found, by month. */
    public Map<String, Integer> searches() {
        return searches.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, month -> month.getValue().size()));
    }
}
