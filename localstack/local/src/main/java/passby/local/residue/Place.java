package passby.local.residue;

import java.util.List;

/**
 * Somewhere that can hold what should be gone.
 *
 * @param name such as {@code table passby-Reads}
 * @param things how many rows, objects, messages or files were looked through
 * @param text all that they hold, keys included; what is binary as one character a byte
 */
public record Place(String name, long things, String text) {
    /** Those of the words that stand in it. */
    public List<String> found(List<String> words) {
        return words.stream().filter(text::contains).toList();
    }
}
