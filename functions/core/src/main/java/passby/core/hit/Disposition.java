package passby.core.hit;

import java.util.Optional;
import passby.core.id.Coded;

/** How a hit ended (product.md, D6). */
public enum Disposition implements Coded {
    NONE(false),
    STOP(true),
    RECOVERY(true),
    ARREST(true),
    SEARCH(true),
    RELEASE(true),
    FALSE_ALERT(false);

    private final boolean needsContact;

    Disposition(boolean needsContact) {
        this.needsContact = needsContact;
    }

    /** Whether somebody must have been at the vehicle: without a contact on record it cannot have happened. */
    public boolean needsContact() {
        return needsContact;
    }

    public static Optional<Disposition> parse(String code) {
        return Coded.find(values(), code);
    }
}
