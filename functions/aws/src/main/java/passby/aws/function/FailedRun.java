package passby.aws.function;

import passby.aws.json.Failure;

/**
 * A run that failed, as Lambda may tell of it: in the function's log and in the dead letter of a run that nobody waited for. It says
 * which exceptions there were and where, never their messages, which may carry data; and it has no cause, because Lambda would write
 * that one's message too.
 */
final class FailedRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    FailedRun(Throwable failure) {
        super(Failure.describe(failure), null, false, false);
    }
}
