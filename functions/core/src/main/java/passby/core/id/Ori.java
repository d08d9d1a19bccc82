package passby.core.id;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An originating agency identifier, by which the FBI knows an agency: two letters of the state and seven letters or digits.
 *
 * @param value such as {@code XX0000000}
 */
public record Ori(String value) {
    /** What it is, for whoever wrote another thing in its place. */
    public static final String DESCRIBED = "two letters of the state and seven letters or digits";

    /** A regular expression that the whole value matches. */
    public static final String PATTERN = "[A-Z]{2}[A-Z0-9]{7}";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    public Ori {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an ORI has " + DESCRIBED);
        }
    }

    /** Empty for what is none. */
    public static Optional<Ori> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Ori(text)) : Optional.empty();
    }
}
