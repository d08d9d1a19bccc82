package passby.core.delivery;

/** Sends to browsers by their push services. A service that is away, slow or broken is {@link Sending#FAILED}, never an exception. */
public interface Pushes {
    Sending send(Browser browser, Notice notice);
}
