package passby.core.people;

import java.time.Duration;
import java.time.Instant;

/** Sign-ins that are in use. A touch is not a change: it writes at most once a minute and stands outside transactions. */
public interface Sessions {
    Duration IDLE_LOCK = Duration.ofMinutes(30);

    /** What became of a touch. */
    enum Touch {
        LIVE,
        /** Idle for longer than {@link #IDLE_LOCK}, or ended by somebody: only a new sign-in helps. */
        LOCKED
    }

    /**
     * @param sessionId the sign-in's own id, the same for all tokens refreshed from it
     * @param signedInAt when the person last proved who they are; a session seen for the first time long after that is locked
     */
    Touch touch(String personId, String sessionId, Instant signedInAt, Instant now);
}
