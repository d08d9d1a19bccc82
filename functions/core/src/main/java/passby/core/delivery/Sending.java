package passby.core.delivery;

/** What became of a message. */
public enum Sending {
    SENT,
    /** Whoever is there wants no messages; trying again does not help. */
    REFUSED,
    /** It may go out at the next try. */
    FAILED
}
