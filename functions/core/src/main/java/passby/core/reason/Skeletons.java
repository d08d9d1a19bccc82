package passby.core.reason;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reduces text to the plain small letters that it looks like: compatibility decomposition, no accents, no invisible
 * characters, and the Latin letter for each look-alike of the table. (Unicode Technical Standard 39, skeletons)
 */
final class Skeletons {
    private final Map<Integer, Integer> lookAlikes = new HashMap<>();

    /** @param lines a Latin letter each, a space, and what looks like it; {@code #} begins a comment */
    Skeletons(List<String> lines) {
        lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(
                        line -> line.codePoints().skip(2).forEach(other -> lookAlikes.put(other, line.codePointAt(0))));
    }

    String of(String text) {
        var plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Skeletons::isVisible)
                .map(letter -> lookAlikes.getOrDefault(letter, letter))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** Whether a skeleton holds letters of another alphabet: nobody here could tell what they say. */
    static boolean isForeign(String skeleton) {
        return skeleton.codePoints().anyMatch(letter -> Character.isLetter(letter) && (letter < 'a' || letter > 'z'));
    }

    /** Whether the text shows in another order than it is stored. (Unicode Standard Annex 9, explicit directional formatting) */
    static boolean turnsDirection(String text) {
        return text.codePoints()
                .anyMatch(mark -> (mark >= 0x202A && mark <= 0x202E) || (mark >= 0x2066 && mark <= 0x2069));
    }
}
