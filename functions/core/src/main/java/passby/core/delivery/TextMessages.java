package passby.core.delivery;

/** Sends text messages. What may succeed later, such as a throttled message, is an exception. */
public interface TextMessages {
    Sending send(PhoneNumber number, String text);
}
