package passby.core.governance;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passby.core.id.Coded;
import passby.core.request.SecondPerson;

/**
 * A loosening that waits for two people in two roles. Never changed: a decision makes the next revision.
 *
 * @param requestId a ULID
 * @param origin what asked for it, such as one update of the stack; the same origin never asks twice for the same
 * @param requestedAt when
 * @param changes what is asked for, each field once
 * @param stored how it stands, but for the passing of time: see {@link #state}
 * @param decisions in the order in which they were taken
 * @param entryId the ledger entry that tells of it
 * @param revision 1 upwards
 */
public record PolicyRequest(
        String requestId,
        String origin,
        Instant requestedAt,
        List<Change> changes,
        State stored,
        List<PolicyDecision> decisions,
        String entryId,
        int revision) {
    /** How a request stands. */
    public enum State implements Coded {
        PENDING,
        /** Two people approved it; it is put in force when what is stored is dated, and does not lapse until then. */
        AGREED,
        APPROVED,
        REJECTED,
        /** The city asked for something else since. */
        SUPERSEDED,
        /** Nobody decided in time. */
        EXPIRED;

        public static Optional<State> parse(String code) {
            return Coded.find(values(), code);
        }
    }

    public PolicyRequest {
        changes = List.copyOf(changes);
        decisions = List.copyOf(decisions);
    }

    /** A new one, which nobody has decided on. */
    static PolicyRequest of(String requestId, String origin, Instant now, List<Change> changes, String entryId) {
        return new PolicyRequest(requestId, origin, now, changes, State.PENDING, List.of(), entryId, 1);
    }

    /** Changes with one more. */
    static List<Change> join(List<Change> changes, Change another) {
        return Stream.concat(changes.stream(), Stream.of(another)).toList();
    }

    public Instant expiresAt() {
        return SecondPerson.POLICY.requestLapses(requestedAt);
    }

    public State state(Instant now) {
        return stored == State.PENDING && !SecondPerson.POLICY.isOpen(requestedAt, now) ? State.EXPIRED : stored;
    }

    /** Whether it is closed only by a newer one, or by a decision. */
    public boolean mayBeSuperseded() {
        return stored == State.PENDING || stored == State.AGREED;
    }

    /** Whether two people in two roles approved it, the second one before the approval of the first one lapsed. */
    private static boolean isComplete(List<PolicyDecision> decisions) {
        return decisions.stream().anyMatch(first -> decisions.stream().anyMatch(second -> second.completes(first)));
    }

    /** Whether something may still become of it. */
    boolean isOpen(Instant now) {
        return switch (state(now)) {
            case PENDING, AGREED -> true;
            case APPROVED, REJECTED, SUPERSEDED, EXPIRED -> false;
        };
    }

    /** Whether it asks for the same, in whatever order and whatever was in force then. */
    boolean asksTheSame(List<Change> others) {
        return changes.size() == others.size()
                && changes.stream().allMatch(change -> others.stream().anyMatch(change::asksTheSame));
    }

    /** The next revision, with one decision more, in the place of what the same person said before. */
    PolicyRequest with(PolicyDecision decision, State state) {
        var others = decisions.stream().filter(made -> !made.personId().equals(decision.personId()));
        return next(Stream.concat(others, Stream.of(decision)).toList(), state);
    }

    /** The next revision, put in force as two people agreed before. */
    PolicyRequest enacted() {
        return next(decisions, State.APPROVED);
    }

    private PolicyRequest next(List<PolicyDecision> made, State state) {
        return new PolicyRequest(requestId, origin, requestedAt, changes, state, made, entryId, revision + 1);
    }

    /** The same revision as if only these decisions had been taken: without one of two who agreed, nobody has. */
    PolicyRequest considering(List<PolicyDecision> some) {
        var state = stored == State.AGREED && !isComplete(some) ? State.PENDING : stored;
        return new PolicyRequest(requestId, origin, requestedAt, changes, state, some, entryId, revision);
    }

    /** The next revision, closed by a newer wish of the city. */
    public PolicyRequest superseded() {
        return next(decisions, State.SUPERSEDED);
    }

    /** Whether each of its decisions is of another person. */
    public boolean nobodyDecidedTwice() {
        var people = new HashSet<String>();
        return decisions.stream().allMatch(decision -> people.add(decision.personId()));
    }

    /** The entries that tell of it so far, its own first. */
    List<String> entryIds() {
        return Stream.concat(Stream.of(entryId), decisions.stream().map(PolicyDecision::entryId))
                .toList();
    }
}
