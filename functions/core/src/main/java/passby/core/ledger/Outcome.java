package passby.core.ledger;

import java.util.Locale;

/** How what an entry tells of ended. */
public enum Outcome {
    /** The change is made, or the answer was given. */
    DONE,
    /** Refused by a policy, a missing purpose or a bound; nothing was changed or answered. */
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
