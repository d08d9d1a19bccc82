package passby.core.feed;

import java.util.List;

/** Where a row holds a value. */
public sealed interface Column {
    /**
     * @param from first character, from 0
     * @param to behind the last one; {@link Integer#MAX_VALUE} for the rest
     */
    record Span(int from, int to) implements Column {
        public Span {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("a span begins before it ends");
            }
        }
    }

    /** @param number from 0 */
    record At(int number) implements Column {
        public At {
            if (number < 0 || number >= Shape.MAX_COLUMNS) {
                throw new IllegalArgumentException("a column is 0 to " + (Shape.MAX_COLUMNS - 1));
            }
        }
    }

    /** A value behind its name and a slash, such as {@code VYR/05}. */
    record Tag(String name) implements Column {}

    /** A column that the header row names. */
    record Named(String name) implements Column {}

    /**
     * The value, without the spaces around it; empty when the row has no such place.
     *
     * @param columns the row, split
     * @param header names of the columns in small letters; empty when the layout has no header
     */
    default String in(List<String> columns, List<String> header) {
        return switch (this) {
            case Span(var from, var to) -> span(columns.getFirst(), from, to);
            case At(var number) -> number < columns.size() ? columns.get(number).strip() : "";
            case Tag(var name) -> tagged(columns.getFirst(), name);
            case Named(var name) -> {
                var number = header.indexOf(name);
                yield number >= 0 && number < columns.size()
                        ? columns.get(number).strip()
                        : "";
            }
        };
    }

    private static String span(String line, int from, int to) {
        return from >= line.length()
                ? ""
                : line.substring(from, Math.min(to, line.length())).strip();
    }

    private static String tagged(String line, String name) {
        var tag = " " + name + "/";
        var at = line.indexOf(tag);
        if (at < 0) {
            return "";
        }
        var start = at + tag.length();
        var end = line.indexOf(' ', start);
        return line.substring(start, end < 0 ? line.length() : end);
    }
}
