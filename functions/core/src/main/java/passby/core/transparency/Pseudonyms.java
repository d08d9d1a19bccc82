package passby.core.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import passby.core.id.Base32;
import passby.core.plate.CityKey;

/**
 * Names for who and what must not be named: the same within a quarter, others in the next, and nobody without the city's key comes from
 * one to the other. HMAC-SHA-256(city key, "passby/pseudonym1", quarter, kind, value), the first 10 bytes.
 */
public final class Pseudonyms {
    private static final int BYTES = 10;
    private static final int MONTHS = 3;

    private final Supplier<CityKey> key;

    public Pseudonyms(Supplier<CityKey> key) {
        this.key = key;
    }

    /**
     * Hides a value.
     *
     * @param month UTC, such as {@code 2026-11}
     * @param kind of value, so that an officer and a plate of one name differ
     */
    String of(String month, String kind, String value) {
        if (value.isEmpty()) {
            return "";
        }
        var quarter = month.substring(0, 4) + "Q" + (Integer.parseInt(month.substring(5)) + MONTHS - 1) / MONTHS;
        var message = String.join("\u0000", "passby/pseudonym1", quarter, kind, value);
        return Base32.encode(Arrays.copyOf(key.get().hmac(message.getBytes(StandardCharsets.UTF_8)), BYTES));
    }
}
