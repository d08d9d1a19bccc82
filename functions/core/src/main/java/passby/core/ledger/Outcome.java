package passby.core.ledger;

import passby.core.id.Coded;

/** How what an entry tells of ended. */
public enum Outcome implements Coded {
    /** The change is made, or the answer was given. */
    DONE,
    /** Refused by a policy, a missing purpose or a bound; nothing was changed or answered. */
    REFUSED;
}
