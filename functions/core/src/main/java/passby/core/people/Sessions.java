package passby.core.people;

import java.time.Duration;
import java.time.Instant;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/**
 * Sign-ins that are in use. Beginning a session is a change, with its entry; a touch is none: it writes at most once a minute and
 * stands outside transactions.
 */
public interface Sessions {
    Duration IDLE_LOCK = Duration.ofMinutes(30);

    /** What became of a touch. */
    enum Touch {
        LIVE,
        /** Never seen before. Nothing was written: the session has to begin. */
        NEW,
        /** Idle for longer than {@link #IDLE_LOCK}, or ended by somebody: only a new sign-in helps. */
        LOCKED
    }

    /**
     * @param sessionId the sign-in's own id, the same for all tokens refreshed from it
     * @param signedInAt when the person last proved who they are; a session seen for the first time long after that is locked
     */
    Touch touch(String personId, String sessionId, Instant signedInAt, Instant now);

    /** Begins a session. A conflict says that another request of the same sign-in began it, with an entry of its own. */
    Commit begin(String personId, String sessionId, Instant now, Entry entry);
}
