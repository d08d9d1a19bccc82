package passby.core.conduct;

import static passby.core.id.Digests.framed;
import static passby.core.id.Digests.utf8;

import java.util.Arrays;
import java.util.function.Supplier;
import passby.core.id.Base32;
import passby.core.plate.CityKey;
import passby.core.plate.Plate;

/**
 * Under which acts are compared: the keys of plates that every table has, and HMACs of everything else, so that what is kept names
 * nobody and nothing. Equal things have equal keys for as long as the city's key is the same.
 */
public final class ConductKeys {
    private static final int BYTES = 16;

    private final Supplier<CityKey> cityKey;

    public ConductKeys(Supplier<CityKey> cityKey) {
        this.cityKey = cityKey;
    }

    public String person(String personId) {
        return key("person", personId);
    }

    /** What was typed as a plate: the key of the plate, or that of the text where it is a pattern or none. */
    public String target(String typed) {
        return Plate.parse(typed)
                .map(plate -> cityKey.get().plateKey(plate).value())
                .orElseGet(() -> key("text", typed));
    }

    public String cameras(String cameraIds) {
        return key("cameras", cameraIds);
    }

    public String request(String requestId) {
        return key("request", requestId);
    }

    public String caseNumber(String caseNumber) {
        return key("case", caseNumber);
    }

    public String device(String device) {
        return key("device", device);
    }

    private String key(String what, String value) {
        var hmac = cityKey.get().hmac(framed(utf8("passby/conduct1"), utf8(what), utf8(value)));
        return Base32.encode(Arrays.copyOf(hmac, BYTES));
    }
}
