package passby.core.hit;

import java.util.Optional;
import passby.core.id.Coded;

/** Where an officer asks whether a record is still good (product.md, D5). */
public enum ConfirmationSource implements Coded {
    NCIC,
    /** The terminal in the car. */
    MDT,
    DISPATCH;

    public static Optional<ConfirmationSource> parse(String code) {
        return Coded.find(values(), code);
    }
}
