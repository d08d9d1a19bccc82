package passby.core.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the city's cameras are read at all. One person switches them off and it counts at once; two people in two roles
 * switch them on again. A deployment never changes it.
 */
public enum CaptureSwitch {
    ON,
    /** No camera gets a URL, and no uploaded frame is processed. */
    OFF;

    /** As it stands in documents, such as {@code off}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CaptureSwitch> parse(String word) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(word))
                .findFirst();
    }
}
