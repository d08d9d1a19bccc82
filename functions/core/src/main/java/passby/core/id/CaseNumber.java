package passby.core.id;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number that an agency gave a case or a call for service.
 *
 * @param value 3 to 40 letters, digits, spaces and some signs, such as {@code 26-004711}
 */
public record CaseNumber(String value) {
    /** What it is, for whoever wrote another thing in its place. */
    public static final String DESCRIBED = "a case number, 3 to 40 letters, digits and / _ . -";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/_. -]{2,39}");

    /** Of a record whose source gives it none. */
    public static final CaseNumber NONE = new CaseNumber("none");

    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not " + DESCRIBED);
        }
    }

    /** Empty for what is none. */
    public static Optional<CaseNumber> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CaseNumber(text)) : Optional.empty();
    }
}
