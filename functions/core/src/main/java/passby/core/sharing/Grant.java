package passby.core.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passby.core.id.Coded;
import passby.core.request.SecondPerson;
import passby.core.request.StoredRequest;

/**
 * A written request of another agency on its way to its single release. What is asked, by whom and why stands in the ledger entry
 * of the request and nowhere here, so that no plate and no name outlives the clock of search records. Never changed: each step makes the
 * next revision.
 *
 * @param grantId a ULID of the moment of filing
 * @param stored how it stands, but for the passing of time: see {@link #state}
 * @param lapsesAt when it is over unless the next step is taken
 * @param steps the first one its filing
 * @param revision 1 upwards
 */
public record Grant(String grantId, State stored, Instant lapsesAt, List<GrantStep> steps, int revision)
        implements StoredRequest {
    /** How a grant stands. */
    public enum State implements Coded {
        REQUESTED,
        APPROVED,
        REFUSED,
        /** The package left the city: there is no other. */
        RELEASED,
        /** Nobody reviewed it within a day, or the approval ran out before the release. */
        LAPSED;

        public static Optional<State> parse(String code) {
            return Coded.find(values(), code);
        }
    }

    public Grant {
        steps = List.copyOf(steps);
    }

    static Grant requested(String grantId, GrantStep filed) {
        return new Grant(grantId, State.REQUESTED, SecondPerson.GRANT.requestLapses(filed.at()), List.of(filed), 1);
    }

    public State state(Instant now) {
        return switch (stored) {
            case REQUESTED, APPROVED -> now.isBefore(lapsesAt) ? stored : State.LAPSED;
            case REFUSED, RELEASED, LAPSED -> stored;
        };
    }

    public String filedBy() {
        return steps.getFirst().by();
    }

    @Override
    public String requestId() {
        return grantId;
    }

    @Override
    public Instant requestedAt() {
        return steps.getFirst().at();
    }

    /** The entry that holds what was asked. */
    String askedIn() {
        return steps.getFirst().entryId();
    }

    List<String> entryIds() {
        return steps.stream().map(GrantStep::entryId).toList();
    }

    /** @param factorShownAt when the reviewer last showed their second factor */
    Grant approved(GrantStep step, Instant factorShownAt) {
        return next(State.APPROVED, SecondPerson.GRANT.approvalLapses(factorShownAt), step);
    }

    Grant refused(GrantStep step) {
        return next(State.REFUSED, lapsesAt, step);
    }

    Grant released(GrantStep step) {
        return next(State.RELEASED, lapsesAt, step);
    }

    private Grant next(State state, Instant until, GrantStep step) {
        var all = Stream.concat(steps.stream(), Stream.of(step)).toList();
        return new Grant(grantId, state, until, all, revision + 1);
    }
}
