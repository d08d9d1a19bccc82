package passby.core.evidence;

import java.time.Instant;
import java.util.Optional;
import passby.core.id.Coded;
import passby.core.people.Role;

/**
 * What one role asks for and another has to approve.
 *
 * @param action what
 * @param by who asks
 * @param role in which role
 * @param until the review date that is asked for; for a release the present one
 */
public record HoldRequest(Action action, String by, Role role, Instant until) {
    /** What can be asked for. */
    public enum Action implements Coded {
        PLACE,
        RENEW,
        RELEASE;

        public static Optional<Action> parse(String code) {
            return Coded.find(values(), code);
        }
    }
}
