package passby.core.plate;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a plate as a witness remembers it: {@code ?} stands for one character that is not known, {@code *} for any number
 * of them, none included. Never printed, as a plate is not.
 *
 * @param text capital letters, digits, {@code ?} and {@code *}, no two {@code *} side by side, of at most 10 characters beside
 *     the {@code *}
 */
public record PlatePattern(String text) {
    /** With fewer characters that are known, a pattern describes a good part of all the plates of a city. */
    public static final int MIN_FIXED = 2;

    private static final char ONE = '?';
    private static final char MANY = '*';
    private static final int MAX_TYPED = 40;
    private static final Pattern FORM = Pattern.compile("[A-Z0-9?*]{2,21}");

    public PlatePattern {
        if (!isPattern(text)) {
            throw new IllegalArgumentException("not a pattern of a plate");
        }
    }

    private static boolean isPattern(String text) {
        var characters = text.replace("*", "");
        return FORM.matcher(text).matches()
                && !text.contains("**")
                && characters.length() <= Plate.MAX_LENGTH
                && fixed(text) >= MIN_FIXED
                && (text.indexOf(ONE) >= 0 || text.indexOf(MANY) >= 0);
    }

    private static long fixed(String text) {
        return text.chars().filter(c -> isFixed((char) c)).count();
    }

    static boolean isFixed(char c) {
        return c != ONE && c != MANY;
    }

    /** What a person typed, separators and lower case forgiven; empty for what is no pattern, or a whole plate. */
    public static Optional<PlatePattern> parse(String typed) {
        if (typed.length() > MAX_TYPED) {
            return Optional.empty();
        }
        var text = Plate.withoutSeparators(typed).replaceAll("\\*+", "*");
        return isPattern(text) ? Optional.of(new PlatePattern(text)) : Optional.empty();
    }

    /** The pattern with look-alikes on one digit, as {@link Plate#fold()} has them. */
    public String fold() {
        return Plate.fold(text);
    }

    /** Whether the fold of a plate fits: reads of its look-alikes are found together, as in every other search. */
    public boolean fitsFold(String fold) {
        return fits(fold(), 0, fold, 0);
    }

    private static boolean fits(String pattern, int at, String text, int from) {
        if (at == pattern.length()) {
            return from == text.length();
        }
        if (pattern.charAt(at) == MANY) {
            for (var next = from; next <= text.length(); next++) {
                if (fits(pattern, at + 1, text, next)) {
                    return true;
                }
            }
            return false;
        }
        return from < text.length()
                && (pattern.charAt(at) == ONE || pattern.charAt(at) == text.charAt(from))
                && fits(pattern, at + 1, text, from + 1);
    }

    @Override
    public String toString() {
        return "PlatePattern[" + text.length() + " characters]";
    }
}
