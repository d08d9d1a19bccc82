package passby.core.request;

import java.time.Instant;
import passby.core.people.Caller;
import passby.core.people.Role;

/**
 * What the second person decided.
 *
 * @param role in which of their roles
 * @param factorShownAt when they last showed their own second factor
 * @param entryId the entry that tells of it
 */
public record Decision(String personId, Role role, Instant factorShownAt, String entryId) {
    public static Decision of(Caller caller, Role role, String entryId) {
        return new Decision(caller.person().personId(), role, caller.signedInAt(), entryId);
    }
}
