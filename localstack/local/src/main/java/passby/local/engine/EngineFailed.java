package passby.local.engine;

import java.io.Serial;

/** An engine did not start or did not stop: the message names the engine, the cause says why. */
public final class EngineFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    EngineFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
