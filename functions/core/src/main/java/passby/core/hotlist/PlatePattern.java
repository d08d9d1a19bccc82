package passby.core.hotlist;

import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.plate.Plate;

/**
 * Part of a plate: {@code ?} stands for one character and {@code *} for any number of them. It names at least three
 * characters: with two, a busy city would have hundreds of accidental matches a day. Hidden like a plate by {@link #toString()}.
 *
 * @param text 3 to 12 characters A-Z, 0-9, {@code ?} and {@code *}
 */
public record PlatePattern(String text) {
    public static final int FEWEST_FIXED = 3;

    private static final Pattern FORM = Pattern.compile("[A-Z0-9?*]{3,12}");

    public PlatePattern {
        if (!FORM.matcher(text).matches() || fixed(text) < FEWEST_FIXED || text.contains("**")) {
            throw new IllegalArgumentException("a pattern has at least " + FEWEST_FIXED + " known characters");
        }
    }

    /** What a person typed, as forgiving as {@link Plate#parse}. Empty for what holds neither {@code ?} nor {@code *}. */
    public static Optional<PlatePattern> parse(String typed) {
        if (typed.length() > 4 * Plate.MAX_LENGTH) {
            return Optional.empty();
        }
        var text = Plate.withoutSeparators(typed);
        var isPattern = text.indexOf('?') >= 0 || text.indexOf('*') >= 0;
        return isPattern && FORM.matcher(text).matches() && fixed(text) >= FEWEST_FIXED && !text.contains("**")
                ? Optional.of(new PlatePattern(text))
                : Optional.empty();
    }

    private static long fixed(String text) {
        return text.chars().filter(c -> c != '?' && c != '*').count();
    }

    /** Whether it leaves the length of the plate open: it knows a part, and not where the part is. */
    public boolean isPartial() {
        return text.indexOf('*') >= 0;
    }

    /** Look-alikes are folded on both sides. */
    public boolean matches(Plate plate) {
        return matches(Plate.fold(text), 0, plate.fold(), 0);
    }

    private static boolean matches(String pattern, int at, String plate, int from) {
        if (at == pattern.length()) {
            return from == plate.length();
        }
        if (pattern.charAt(at) == '*') {
            return matches(pattern, at + 1, plate, from)
                    || (from < plate.length() && matches(pattern, at, plate, from + 1));
        }
        return from < plate.length()
                && (pattern.charAt(at) == '?' || pattern.charAt(at) == plate.charAt(from))
                && matches(pattern, at + 1, plate, from + 1);
    }

    @Override
    public String toString() {
        return "PlatePattern[" + text.length() + " characters]";
    }
}
