package passby.core.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passby.core.hotlist.Category;

/**
 * How one agency writes its file. Layouts are data, one small file each, because a city's own file may differ from the
 * published one.
 *
 * @param name such as {@code ncic}
 * @param title for people
 * @param shape how columns are told apart
 * @param least fewest columns, or fewest characters of a fixed line
 * @param most columns; the last holds the rest of the line when {@code isOpen}
 * @param isOpen whether the last column may contain the separator
 * @param header what the first line may be
 * @param footer words with which the last line begins, followed by the number of rows; or null when there is none
 * @param columns where the values are
 * @param codeLetter which character of the record numbers is the file code, from 0; -1 when the numbers hold none
 * @param category of every row, or null when rows say it themselves
 * @param texts words in the category column and the file that each means; the first that occurs counts
 * @param key the values that name a record where it has no number of its own; empty when it has one
 * @param zeroForO values in which the source writes the letter O as zero; plates are left as they are
 */
public record FeedLayout(
        String name,
        String title,
        Shape shape,
        int least,
        int most,
        boolean isOpen,
        Header header,
        @Nullable String footer,
        Map<Value, Column> columns,
        int codeLetter,
        @Nullable Category category,
        Map<String, FileCode> texts,
        List<Value> key,
        Set<Value> zeroForO) {
    /** What the first line of a file may be. */
    public enum Header {
        NONE,
        /** It is a header when it cannot be a row. */
        OPTIONAL,
        /** It names the columns. */
        REQUIRED
    }

    public FeedLayout {
        columns = Map.copyOf(columns);
        key = List.copyOf(key);
        zeroForO = Set.copyOf(zeroForO);
        if (!columns.containsKey(Value.PLATE) || !columns.containsKey(Value.STATE)) {
            throw new IllegalArgumentException("a layout has a plate and a state");
        }
        if (key.isEmpty() && !columns.containsKey(Value.RECORD_NUMBER)) {
            throw new IllegalArgumentException("a layout has a record number or a key");
        }
        if (codeLetter < 0 && category == null && !columns.containsKey(Value.CATEGORY)) {
            throw new IllegalArgumentException("a layout has a file code or a category");
        }
    }

    /** The file that the words in a category column mean, if any of them is known. */
    Optional<FileCode> fileCode(String text) {
        return texts.entrySet().stream()
                .filter(word -> text.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
