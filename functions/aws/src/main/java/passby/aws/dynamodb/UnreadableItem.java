package passby.aws.dynamodb;

/** A stored item that this version of Passby does not understand. Its message names fields, never values. */
public final class UnreadableItem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableItem(String what, String why) {
        super("a stored " + what + " " + why);
    }
}
