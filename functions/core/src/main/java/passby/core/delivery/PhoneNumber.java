package passby.core.delivery;

import java.util.regex.Pattern;

/**
 * Where a text message goes, in E.164. It is personal data: it never stands in a log, an exception or the ledger, and
 * {@link #toString} hides it.
 *
 * @param value such as {@code +15555550123}
 */
public record PhoneNumber(String value) implements Address {
    /** ITU-T E.164: at most 15 digits, the first of which is not 0. */
    public static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a phone number in E.164");
        }
    }

    /** The last two digits, by which its owner knows it again. */
    public String ending() {
        return value.substring(value.length() - 2);
    }

    @Override
    public String toString() {
        return "PhoneNumber[hidden]";
    }
}
