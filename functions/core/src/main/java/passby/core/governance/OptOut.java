package passby.core.governance;

import passby.core.id.Coded;

/**
 * Whether the organisation that pays for this account keeps its pictures out of the training of AI services (product.md, B1).
 * Rekognition is used only while that is certain.
 */
public interface OptOut {
    /** What is known of it at this moment. */
    enum Status implements Coded {
        IN_FORCE,
        NOT_IN_FORCE,
        /** It could not be told, and then it does not count as being in force. */
        UNKNOWN;
    }

    /** Asks anew at each call; what cannot be told is {@link Status#UNKNOWN}, never an exception. */
    Status status();
}
