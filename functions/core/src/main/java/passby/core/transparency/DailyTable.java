package passby.core.transparency;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code daily.csv}: one row for each UTC day from the first to the last, days on which nothing happened too. The last column is the
 * place of the day's newest entry that was counted, so that counting again adds nothing.
 */
final class DailyTable {
    static final String FILE = "daily.csv";
    static final String LAST = "last_entry";

    private static final Figure[] FIGURES = Figure.values();

    private final TreeMap<LocalDate, long[]> days = new TreeMap<>();

    private DailyTable() {}

    static DailyTable empty() {
        return new DailyTable();
    }

    /** @throws IllegalArgumentException when it is none that this program wrote */
    static DailyTable parse(String csv) {
        var lines = Csv.lines(csv);
        var table = new DailyTable();
        if (!lines.getFirst().equals(header())) {
            throw new IllegalArgumentException(FILE + " has other columns than this program writes");
        }
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            table.days.put(
                    LocalDate.parse(cells[0]),
                    Arrays.stream(cells).skip(1).mapToLong(Long::parseLong).toArray());
        }
        return table;
    }

    /** @param entry with the openings that are published */
    void add(PublicEntry entry) {
        var day = days.computeIfAbsent(LocalDate.parse(entry.day()), _ -> row());
        if (entry.index() <= day[FIGURES.length]) {
            return;
        }
        for (var column = 0; column < FIGURES.length; column++) {
            day[column] = FIGURES[column].merged(day[column], FIGURES[column].of(entry));
        }
        day[FIGURES.length] = entry.index();
    }

    private static long[] row() {
        var row = new long[FIGURES.length + 1];
        row[FIGURES.length] = -1;
        return row;
    }

    String csv() {
        return Csv.text(Stream.concat(Stream.of(header()), rows()).toList());
    }

    private Stream<String> rows() {
        return days.isEmpty()
                ? Stream.of()
                : days.firstKey()
                        .datesUntil(days.lastKey().plusDays(1))
                        .map(day -> day + ","
                                + Arrays.stream(days.getOrDefault(day, row()))
                                        .mapToObj(Long::toString)
                                        .collect(Collectors.joining(",")));
    }

    private static String header() {
        return Stream.of(
                        List.of("day"), Arrays.stream(FIGURES).map(Figure::code).toList(), List.of(LAST))
                .flatMap(List::stream)
                .collect(Collectors.joining(","));
    }
}
