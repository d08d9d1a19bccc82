package passby.core.hit;

import java.util.Optional;
import passby.core.id.Coded;

/** Why an officer says that a hit is none (D4). They feed the misread rate. */
public enum RejectionReason implements Coded {
    MISREAD,
    WRONG_STATE,
    FOLDED_CHARACTER,
    STALE_ENTRY,
    WRONG_VEHICLE,
    OTHER;

    public static Optional<RejectionReason> parse(String code) {
        return Coded.find(values(), code);
    }
}
