package passby.core.plate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a plate, 1 to 10 characters A-Z and 0-9, as recognised or as typed. Never printed: {@link #toString()} hides
 * it, so that no log line or exception can carry one by accident.
 *
 * @param raw the characters, without spaces and separators
 */
public record Plate(String raw) implements Comparable<Plate> {
    public static final int MAX_LENGTH = 10;

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1," + MAX_LENGTH + "}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.·•-]");

    public Plate {
        if (!FORM.matcher(raw).matches()) {
            throw new IllegalArgumentException("a plate is 1 to 10 characters A-Z and 0-9");
        }
    }

    /** What a person typed: lower case, spaces, dots and hyphens are forgiven, anything else is empty. */
    public static Optional<Plate> parse(String typed) {
        if (typed.length() > 4 * MAX_LENGTH) {
            return Optional.empty();
        }
        var raw = withoutSeparators(typed);
        return FORM.matcher(raw).matches() ? Optional.of(new Plate(raw)) : Optional.empty();
    }

    /** All look-alikes on one digit: O D Q to 0, I to 1, B to 8, S to 5, Z to 2, G to 6. */
    public String fold() {
        return fold(raw);
    }

    /** The same for a part of a plate; characters that are no look-alikes stay. */
    public static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            folded.append(
                    switch (text.charAt(i)) {
                        case 'O', 'D', 'Q' -> '0';
                        case 'I' -> '1';
                        case 'B' -> '8';
                        case 'S' -> '5';
                        case 'Z' -> '2';
                        case 'G' -> '6';
                        default -> text.charAt(i);
                    });
        }
        return folded.toString();
    }

    /** Only the letter O read as zero, as the feeds themselves write it. */
    public String foldO() {
        return raw.replace('O', '0');
    }

    @Override
    public int compareTo(Plate other) {
        return raw.compareTo(other.raw);
    }

    @Override
    public String toString() {
        return "Plate[" + raw.length() + " characters]";
    }

    /** What a person typed, in capital letters and without blanks, dots and hyphens. */
    public static String withoutSeparators(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
