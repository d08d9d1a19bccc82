package passby.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/**
 * Sign-ins that are in use. Beginning a session and ending one are changes, with their entries; a touch is none: it writes at most
 * once a minute and stands outside transactions.
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

    /**
     * Begins a session, and says that its account is in use. A conflict says that another request of the same sign-in began it, with
     * an entry of its own.
     */
    Commit begin(Session session, Entry entry);

    /** What is neither idle nor ended, the one seen last first. */
    List<Session> live(String personId, Instant now);

    /** By {@link Session#reference()}; found while its row is there, idle or ended as it may be. */
    Optional<Session> find(String personId, String reference);

    /** Ends one session for good. A conflict says that somebody ended it before, or that it is not there. */
    Commit end(Session session, Instant now, Entry entry);

    /** Ends every session of a person, as a part of what an entry says already. */
    void endAll(String personId, Instant now);

    /** When the account was last given to its person or signed in to; empty when neither was written down. */
    Optional<Instant> lastUsed(String personId);

    /** Writes down that the account was given to its person. */
    void used(String personId, Instant now);
}
