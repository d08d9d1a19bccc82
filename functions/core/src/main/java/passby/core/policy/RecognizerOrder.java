package passby.core.policy;

import java.util.Optional;
import passby.core.id.Coded;

/** Which engine looks first (product.md, B1). */
public enum RecognizerOrder implements Coded {
    REKOGNITION_FIRST,
    CONTAINER_FIRST,
    CONTAINER_ONLY;

    /** Whether a picture may leave the city's own functions. */
    public boolean asksRekognition() {
        return switch (this) {
            case REKOGNITION_FIRST, CONTAINER_FIRST -> true;
            case CONTAINER_ONLY -> false;
        };
    }

    public static Optional<RecognizerOrder> parse(String code) {
        return Coded.find(values(), code);
    }
}
