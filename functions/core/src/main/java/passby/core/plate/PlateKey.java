package passby.core.plate;

import java.util.regex.Pattern;

/**
 * A plate as keys, indexes and queues see it: {@code k<version>.<26 characters of base32>}.
 *
 * @param value the key's version, a dot, and the first 16 bytes of HMAC-SHA-256(city key, fold) in lower-case base32
 */
public record PlateKey(String value) {
    private static final Pattern FORM = Pattern.compile("k[1-9][0-9]{0,3}\\.[a-z2-7]{26}");

    public PlateKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a plate key");
        }
    }
}
