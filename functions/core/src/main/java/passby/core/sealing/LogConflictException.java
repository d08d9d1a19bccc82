package passby.core.sealing;

/**
 * A file of the log holds something else than it must: somebody changed it, or two logs share one place. Sealing stops until a
 * person has looked; answers and alerts go on, and entries wait.
 */
public final class LogConflictException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LogConflictException(String message) {
        super(message);
    }
}
