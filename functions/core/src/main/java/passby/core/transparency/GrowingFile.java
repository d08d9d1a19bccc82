package passby.core.transparency;

import java.util.ArrayList;
import java.util.List;

/** A CSV that only grows, whose first column is the place of an entry: a row that is there already is not added again. */
final class GrowingFile {
    private final String name;
    private final List<String> lines;
    private final long before;

    private GrowingFile(String name, List<String> lines, long before) {
        this.name = name;
        this.lines = new ArrayList<>(lines);
        this.before = before;
    }

    /** @param text of the file, or empty for a new one */
    static GrowingFile of(String name, String header, String text) {
        var lines = text.isEmpty() ? List.of(header) : Csv.lines(text);
        var last = lines.getLast();
        return new GrowingFile(
                name, lines, lines.size() == 1 ? -1 : Long.parseLong(last.substring(0, last.indexOf(','))));
    }

    /** Rows of one entry may be several; all of them come in one run. */
    void add(long index, String row) {
        if (index > before) {
            lines.add(row);
        }
    }

    String name() {
        return name;
    }

    /** Without their header, the oldest first. */
    List<String> rows() {
        return lines.subList(1, lines.size());
    }

    String text() {
        return Csv.text(lines);
    }
}
