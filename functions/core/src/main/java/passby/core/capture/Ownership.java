package passby.core.capture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose a camera is, and whether the city sees what it reads. A shop or a residents' association is an agency type of its own (product.md,
 * A9): its camera runs under the city's clocks and gates, and only while its owner has opted in. Off is where it begins.
 */
public enum Ownership {
    CITY,
    /** Of a private owner who has not opted in, or who withdrew. */
    PRIVATE,
    PRIVATE_OPTED_IN;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Ownership> parse(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }

    /** Whether the city takes what the camera sees, and answers what it read. */
    public boolean isSeen() {
        return switch (this) {
            case CITY, PRIVATE_OPTED_IN -> true;
            case PRIVATE -> false;
        };
    }
}
