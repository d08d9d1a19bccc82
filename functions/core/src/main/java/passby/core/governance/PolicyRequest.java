package passby.core.governance;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
    /** Time enough for two people on leave; after it nobody remembers what was asked. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** How a request stands. */
    public enum State {
        PENDING,
        APPROVED,
        REJECTED,
        /** The city asked for something else since. */
        SUPERSEDED,
        /** Nobody decided in time. */
        EXPIRED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> parse(String code) {
            return Arrays.stream(values())
                    .filter(value -> value.code().equals(code))
                    .findFirst();
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
        return requestedAt.plus(LIFE);
    }

    public State state(Instant now) {
        return stored == State.PENDING && !now.isBefore(expiresAt()) ? State.EXPIRED : stored;
    }

    boolean isPending(Instant now) {
        return state(now) == State.PENDING;
    }

    /** Whether it asks for the same, in whatever order and whatever was in force then. */
    boolean asksTheSame(List<Change> others) {
        return changes.size() == others.size()
                && changes.stream().allMatch(change -> others.stream().anyMatch(change::asksTheSame));
    }

    /** The next revision, with one decision more. */
    PolicyRequest with(PolicyDecision decision, State state) {
        var all = Stream.concat(decisions.stream(), Stream.of(decision)).toList();
        return new PolicyRequest(requestId, origin, requestedAt, changes, state, all, entryId, revision + 1);
    }

    /** The next revision, closed by a newer wish of the city. */
    public PolicyRequest superseded() {
        return new PolicyRequest(
                requestId, origin, requestedAt, changes, State.SUPERSEDED, decisions, entryId, revision + 1);
    }

    boolean wasDecidedBy(String personId) {
        return decisions.stream().anyMatch(decision -> decision.personId().equals(personId));
    }

    /** The entries that tell of it so far, its own first. */
    List<String> entryIds() {
        return Stream.concat(Stream.of(entryId), decisions.stream().map(PolicyDecision::entryId))
                .toList();
    }
}
