package passby.core.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which engine looks first (product.md, B1). */
public enum RecognizerOrder {
    REKOGNITION_FIRST,
    CONTAINER_FIRST,
    CONTAINER_ONLY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a picture may leave the city's own functions. */
    public boolean asksRekognition() {
        return switch (this) {
            case REKOGNITION_FIRST, CONTAINER_FIRST -> true;
            case CONTAINER_ONLY -> false;
        };
    }

    public static Optional<RecognizerOrder> parse(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
