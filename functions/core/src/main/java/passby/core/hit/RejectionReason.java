package passby.core.hit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an officer says that a hit is none (D4). They feed the misread rate. */
public enum RejectionReason {
    MISREAD,
    WRONG_STATE,
    FOLDED_CHARACTER,
    STALE_ENTRY,
    WRONG_VEHICLE,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RejectionReason> parse(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
