package passby.core.lists;

/** Another run of the same import took over: nothing more may be written by this one. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("another import of this list took over");
    }
}
