package passby.core.hit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an officer asks whether a record is still good (product.md, D5). */
public enum ConfirmationSource {
    NCIC,
    /** The terminal in the car. */
    MDT,
    DISPATCH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ConfirmationSource> parse(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
