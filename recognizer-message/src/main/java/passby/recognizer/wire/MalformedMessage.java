package passby.recognizer.wire;

/** Bytes that are not a message of version 2. Says which rule failed and never what the bytes held. */
public final class MalformedMessage extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedMessage(String rule) {
        super(rule, null, false, true);
    }
}
