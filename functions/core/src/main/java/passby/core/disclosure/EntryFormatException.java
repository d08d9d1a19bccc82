package passby.core.disclosure;

/** Bytes in the log that are no entry. The message says what is wrong and never repeats the bytes. */
public final class EntryFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Which rule of the format is broken. */
    public enum Fault {
        /** Not canonical JSON, or not the members of an entry. */
        FORM,
        /** A type that is in no list: made up, or of a newer program. */
        TYPE,
        /** A version that this program does not know. */
        VERSION
    }

    private final Fault fault;

    public EntryFormatException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
