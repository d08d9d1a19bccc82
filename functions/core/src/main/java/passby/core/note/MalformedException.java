package passby.core.note;

/** Bytes that are not what their format demands. The message says what is wrong and never repeats the bytes. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedException(String message) {
        super(message);
    }
}
