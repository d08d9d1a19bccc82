package passby.core.audit;

import static passby.core.id.Digests.framed;
import static passby.core.id.Digests.utf8;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Supplier;
import passby.core.id.Base32;
import passby.core.plate.CityKey;

/** Under which a person's entries of a month are found: an HMAC, so that a table's key tells nobody's name to CloudTrail. */
public final class PersonKey {
    private static final int BYTES = 16;

    private final Supplier<CityKey> cityKey;

    public PersonKey(Supplier<CityKey> cityKey) {
        this.cityKey = cityKey;
    }

    public String of(String personId, YearMonth month) {
        var hmac = cityKey.get().hmac(framed(utf8("passby/person1"), utf8(personId), utf8(month.toString())));
        return Base32.encode(Arrays.copyOf(hmac, BYTES));
    }

    static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }
}
