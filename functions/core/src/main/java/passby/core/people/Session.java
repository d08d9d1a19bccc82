package passby.core.people;

import java.time.Instant;
import passby.core.id.Digests;

/**
 * One sign-in in use.
 *
 * @param sessionId the sign-in's own id, the same for all tokens refreshed from it
 * @param signedInAt when the person proved who they are
 * @param lastSeenAt when a request of it came last, to the minute
 * @param device what the client said it is, at most 200 characters
 */
public record Session(String personId, String sessionId, Instant signedInAt, Instant lastSeenAt, String device) {
    private static final int REFERENCE_DIGITS = 32;

    /** How people name it, in answers and paths: its own id stands in tokens and is nobody else's business. 32 hexadecimal digits. */
    public String reference() {
        return Digests.sha256Hex(sessionId).substring(0, REFERENCE_DIGITS);
    }

    /** Whether it is too long ago that a request of it came. */
    public boolean isIdle(Instant now) {
        return now.isAfter(lastSeenAt.plus(Sessions.IDLE_LOCK));
    }

    public Session seen(Instant at) {
        return new Session(personId, sessionId, signedInAt, at, device);
    }
}
