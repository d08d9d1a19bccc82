package passby.core.conduct;

import passby.core.id.Digests;
import passby.core.plate.CityKey;
import passby.core.plate.Plate;

/** Plates that no vehicle has: of characters without look-alikes, in a shape that no state issues. */
final class DecoyPlates {
    /** No look-alikes, so that only this very plate has its key. */
    private static final String LETTERS = "ACEFHJKLMNPRTUVWXY";

    private static final String DIGITS = "3479";

    /** No state issues two digits, four letters and two digits: made-up serials must be nobody's. */
    private static final String SERIES = "00AAAA00";

    /** How many random bytes make one. */
    static final int BYTES = SERIES.length();

    private DecoyPlates() {}

    /** @param random at least {@link #BYTES} */
    static Plate of(byte[] random) {
        var serial = new StringBuilder();
        for (var place = 0; place < BYTES; place++) {
            var from = SERIES.charAt(place) == '0' ? DIGITS : LETTERS;
            serial.append(from.charAt(Byte.toUnsignedInt(random[place]) % from.length()));
        }
        return new Plate(serial.toString());
    }

    /** The plate of a decoy among the reads: made anew whenever it is opened, so that it is stored nowhere. */
    static Plate of(CityKey key, String readId) {
        return of(key.hmac(Digests.framed(Digests.utf8("passby/decoy1"), Digests.utf8(readId))));
    }
}
