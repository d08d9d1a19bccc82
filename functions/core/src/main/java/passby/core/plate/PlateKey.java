package passby.core.plate;

import java.util.regex.Pattern;
import passby.core.id.Hash128;

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

    /** @param hash the sixteen bytes that {@link #hash()} answers */
    public static PlateKey of(int version, Hash128 hash) {
        return new PlateKey("k" + version + "." + hash.base32());
    }

    /** Its bytes, without the key's version. */
    public Hash128 hash() {
        return Hash128.parse(value.substring(value.indexOf('.') + 1));
    }
}
