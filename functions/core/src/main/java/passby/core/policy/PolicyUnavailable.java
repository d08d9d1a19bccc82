package passby.core.policy;

/** No copy of the effective policy that is young enough: routes answer 503, messages go back to the queue. */
public final class PolicyUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PolicyUnavailable(Throwable cause) {
        super("the effective policy could not be read within its 30 seconds", cause);
    }
}
