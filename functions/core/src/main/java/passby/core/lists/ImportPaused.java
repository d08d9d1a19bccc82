package passby.core.lists;

/** The run of an import is over before its work is: the lease was given back, and the next run goes on from there. */
final class ImportPaused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long written;

    /** @param written how many rows are certainly written */
    ImportPaused(long written) {
        super("an import goes on in the next run");
        this.written = written;
    }

    long written() {
        return written;
    }
}
