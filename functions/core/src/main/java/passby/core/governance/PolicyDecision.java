package passby.core.governance;

import java.time.Instant;
import java.util.Optional;
import passby.core.id.Coded;
import passby.core.people.Role;
import passby.core.request.SecondPerson;

/**
 * What one person said of a policy request.
 *
 * @param personId who
 * @param role in which of their roles
 * @param verdict what
 * @param reason why, in their own words
 * @param at when
 * @param factorShownAt when they last showed their second factor
 * @param entryId the ledger entry that tells of it
 */
public record PolicyDecision(
        String personId, Role role, Verdict verdict, String reason, Instant at, Instant factorShownAt, String entryId) {
    /** What can be said. */
    public enum Verdict implements Coded {
        APPROVE,
        REJECT;

        public static Optional<Verdict> parse(String code) {
            return Coded.find(values(), code);
        }
    }

    /** Until when the second approval must follow this one; empty for a rejection. */
    public Optional<Instant> lapsesAt() {
        return verdict == Verdict.APPROVE
                ? Optional.of(SecondPerson.POLICY.approvalLapses(factorShownAt))
                : Optional.empty();
    }

    /** Whether it is an approval that another one may still follow. */
    boolean waitsAt(Instant now) {
        return lapsesAt().filter(now::isBefore).isPresent();
    }

    /** Whether this approval, in another role and by another person, came while the first one waited. */
    boolean completes(PolicyDecision first) {
        return verdict == Verdict.APPROVE
                && !personId.equals(first.personId)
                && role != first.role
                && !at.isBefore(first.at)
                && first.waitsAt(at);
    }
}
