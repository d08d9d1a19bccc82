package passby.core.governance;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import passby.core.people.Role;

/**
 * What one person said of a policy request.
 *
 * @param personId who
 * @param role in which of their roles
 * @param verdict what
 * @param reason why, in their own words
 * @param at when
 * @param entryId the ledger entry that tells of it
 */
public record PolicyDecision(String personId, Role role, Verdict verdict, String reason, Instant at, String entryId) {
    /** What can be said. */
    public enum Verdict {
        APPROVE,
        REJECT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Verdict> parse(String code) {
            return Arrays.stream(values())
                    .filter(value -> value.code().equals(code))
                    .findFirst();
        }
    }
}
