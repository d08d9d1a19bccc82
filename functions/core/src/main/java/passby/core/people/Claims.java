package passby.core.people;

import java.time.Instant;
import java.util.Set;

/**
 * What a verified access token says. Only who it is and how they signed in is used; groups and roles are never read.
 *
 * @param subject the person
 * @param sessionId {@code origin_jti}, else {@code sid}
 * @param signedInAt {@code auth_time}
 * @param factors {@code amr}
 */
public record Claims(String subject, String sessionId, Instant signedInAt, Set<String> factors) {
    public Claims {
        factors = Set.copyOf(factors);
    }
}
