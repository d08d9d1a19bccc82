package passby.core.delivery;

/** What became of a message. */
public enum Sending {
    SENT,
    /** Whoever is there wants no messages; trying again does not help. */
    REFUSED,
    /** The address is no more, and never will be again: its subscription ends. */
    GONE,
    /** It may go out at the next try. */
    FAILED
}
