package passby.core.hit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a hit ended (product.md, D6). */
public enum Disposition {
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

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Disposition> parse(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
