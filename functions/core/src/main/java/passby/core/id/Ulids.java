package passby.core.id;

import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Makes ULIDs: 48 bits of milliseconds and 80 random bits in 26 characters of Crockford's base32, sortable by time.
 * (github.com/ulid/spec)
 */
public final class Ulids {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private final Clock clock;
    private final Entropy entropy;

    public Ulids(Clock clock, Entropy entropy) {
        this.clock = clock;
        this.entropy = entropy;
    }

    public String next() {
        var text = new char[26];
        var millis = clock.millis();
        for (var i = 9; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (millis & 31));
            millis >>>= 5;
        }
        var random = entropy.bytes(16);
        for (var i = 0; i < 16; i++) {
            text[10 + i] = ALPHABET.charAt(random[i] & 31);
        }
        return new String(text);
    }

    /** The millisecond in which the ULID was made. */
    public static Instant timeOf(String ulid) {
        var millis = 0L;
        for (var i = 0; i < 10; i++) {
            millis = millis << 5 | ALPHABET.indexOf(ulid.charAt(i));
        }
        return Instant.ofEpochMilli(millis);
    }

    public static boolean isUlid(String text) {
        return FORM.matcher(text).matches();
    }
}
