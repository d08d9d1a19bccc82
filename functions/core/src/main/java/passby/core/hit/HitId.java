package passby.core.hit;

import static passby.core.id.Digests.framed;
import static passby.core.id.Digests.utf8;

import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.id.Base32;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;

/**
 * One hit for each pass and plate: base32 of HMAC-SHA-256(city key, "passby/hit1", passId, plateKey), every part behind its
 * length. The same pass and plate always give the same id, so a redelivery cannot raise a second hit. Where the camera named
 * the pass, the ordinal of {@link Pass} stands between: a camera whose counter begins anew names a new pass.
 *
 * @param value 52 characters
 */
public record HitId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{52}");

    public HitId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a hit id");
        }
    }

    /** Empty for a text that cannot be a hit's id: it is nobody's. */
    public static Optional<HitId> parse(String text) {
        return Optional.of(text).filter(id -> FORM.matcher(id).matches()).map(HitId::new);
    }

    /** Of a pass that no camera named: it is one frame's, whose id never comes again. */
    public static HitId of(CityKey key, String passId, PlateKey plateKey) {
        return new HitId(Base32.encode(key.hmac(framed(utf8("passby/hit1"), utf8(passId), utf8(plateKey.value())))));
    }

    /** @param ordinal tells the passes of one name apart */
    public static HitId of(CityKey key, String passId, long ordinal, PlateKey plateKey) {
        return new HitId(Base32.encode(key.hmac(
                framed(utf8("passby/hit1"), utf8(passId), utf8(Long.toString(ordinal)), utf8(plateKey.value())))));
    }

    /** What may stand on a lock screen and be said over the radio. */
    public String shortCode() {
        return value.substring(0, 6);
    }
}
