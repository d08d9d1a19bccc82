package passby.core.delivery;

/** Sends text messages. What may succeed later, such as a throttled message, is an exception. */
public interface TextMessages {
    /** What became of a message. */
    enum Sending {
        SENT,
        /** The carrier or its owner wants no messages at this number; trying again does not help. */
        REFUSED
    }

    Sending send(PhoneNumber number, String text);
}
