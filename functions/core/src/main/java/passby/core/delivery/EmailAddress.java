package passby.core.delivery;

import java.util.regex.Pattern;

/**
 * An officer's mailbox. It is personal data: it never stands in a log, an exception or the ledger, and {@link #toString} hides it.
 *
 * @param value such as {@code rivera@springfield.example}; the common part of RFC 5321, without quotes and comments
 */
public record EmailAddress(String value) implements Address {
    /** RFC 5321: 64 characters in front of the sign, 254 in all. */
    public static final Pattern FORM = Pattern.compile("(?=.{6,254}\\z)[A-Za-z0-9._%+-]{1,64}@"
            + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

    public EmailAddress {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** The first letter and the domain, by which its owner knows it again. */
    public String hint() {
        return value.charAt(0) + "..." + value.substring(value.indexOf('@'));
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
