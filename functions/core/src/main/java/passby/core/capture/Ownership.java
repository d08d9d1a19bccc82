package passby.core.capture;

import java.util.Optional;
import passby.core.id.Coded;

/**
 * Whose a camera is, and whether the city sees what it reads. A shop or a residents' association is an agency type of its own (product.md,
 * A9): its camera runs under the city's clocks and gates, and only while its owner has opted in. Off is where it begins.
 */
public enum Ownership implements Coded {
    CITY,
    /** Of a private owner who has not opted in, or who withdrew. */
    PRIVATE,
    PRIVATE_OPTED_IN;

    public static Optional<Ownership> parse(String code) {
        return Coded.find(values(), code);
    }

    /** Whether the city takes what the camera sees, and answers what it read. */
    public boolean isSeen() {
        return switch (this) {
            case CITY, PRIVATE_OPTED_IN -> true;
            case PRIVATE -> false;
        };
    }
}
