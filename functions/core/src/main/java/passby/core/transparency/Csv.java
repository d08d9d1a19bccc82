package passby.core.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** RFC 4180: lines end with CR LF; a cell that needs it stands in quotes. No cell begins as a formula does. */
public final class Csv {
    private static final String END = "\r\n";

    private Csv() {}

    public static String line(Object... cells) {
        return Arrays.stream(cells).map(cell -> cell(cell.toString())).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    public static String text(List<String> lines) {
        return lines.stream().map(line -> line + END).collect(Collectors.joining());
    }

    /** Of a line that {@link #line} wrote. */
    public static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.length(); at++) {
            var c = line.charAt(at);
            if (c == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Of what {@link #text} wrote, where no cell holds a line's end. */
    public static List<String> lines(String text) {
        return Stream.of(text.split(END, -1)).filter(line -> !line.isEmpty()).toList();
    }
}
