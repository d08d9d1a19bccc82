package passby.core.hotlist;

import passby.core.id.Coded;

/** How a read agrees with an entry, the strongest first. Shown on every hit. */
public enum MatchType implements Coded {
    /** The same characters, the same state. */
    EXACT,
    /** The same but for the letter O written as zero, the same state. */
    O0_FOLD,
    /** Look-alikes folded (I/1, B/8, S/5, Z/2, G/6, D/0/Q), the same state. */
    OCR_EQUIVALENT,
    /** Agrees by text, but the state of the plate or of the entry is not known. */
    STATE_UNKNOWN,
    /** Agrees by text, but another state issued the plate. */
    STATE_MISMATCH,
    /** Agrees with an entry that names a plate with unknown characters, look-alikes folded. */
    WILDCARD,
    /** Agrees with an entry that names only a part of a plate, of whatever length, look-alikes folded. */
    PARTIAL,
    /** The vehicle agrees with a description; the plate is not known. */
    DESCRIPTION;

    /** Only exact and O/0 with the same state push an alert; the rest is advisory (C6). */
    public boolean isPushed() {
        return this == EXACT || this == O0_FOLD;
    }
}
