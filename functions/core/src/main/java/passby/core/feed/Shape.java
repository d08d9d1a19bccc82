package passby.core.feed;

import java.util.ArrayList;
import java.util.List;

/** How the columns of a row are told apart. */
public sealed interface Shape {
    /** Each column has its place in the line. */
    record Fixed() implements Shape {}

    /**
     * Columns behind a separator. A column that begins with a double quote ends at the next one; two of them are one (RFC
     * 4180, without line breaks inside).
     */
    record Separated(char separator) implements Shape {}

    /** Columns behind any number of spaces. */
    record Spaced() implements Shape {}

    /** Upper bound of columns of one row; what has more is refused before it is split further. */
    int MAX_COLUMNS = 64;

    /**
     * The columns of the line; one for a fixed line. When there are more than {@code most}, the last holds the rest of the
     * line.
     */
    default List<String> split(String line, int most) {
        return switch (this) {
            case Fixed() -> List.of(line);
            case Separated(var separator) -> separated(line, separator, most);
            case Spaced() -> List.of(line.strip().split(" +", most));
        };
    }

    private static List<String> separated(String line, char separator, int most) {
        var columns = new ArrayList<String>();
        var start = 0;
        while (columns.size() < most - 1) {
            var quoted = start < line.length() && line.charAt(start) == '"';
            var end = line.indexOf(separator, quoted ? endOfQuoted(line, start) : start);
            if (end < 0) {
                break;
            }
            columns.add(unquoted(line.substring(start, end)));
            start = end + 1;
        }
        columns.add(unquoted(line.substring(start)));
        return columns;
    }

    /** Where the closing quote is; the end of the line when there is none. */
    private static int endOfQuoted(String line, int start) {
        var at = start + 1;
        while (at < line.length()) {
            if (line.charAt(at) == '"') {
                if (at + 1 == line.length() || line.charAt(at + 1) != '"') {
                    return at;
                }
                at++;
            }
            at++;
        }
        return line.length();
    }

    private static String unquoted(String column) {
        var isQuoted = column.length() > 1 && column.startsWith("\"") && column.endsWith("\"");
        return isQuoted ? column.substring(1, column.length() - 1).replace("\"\"", "\"") : column;
    }
}
