package passby.core.capture;

/** What a camera brings, as its bounds and clocks judge it. */
public interface Announced {
    /** Bytes. */
    int length();

    /** Of its capture. */
    CaptureFacts facts();
}
