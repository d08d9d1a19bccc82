package passby.core.access;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.id.Coded;
import passby.core.request.Decision;
import passby.core.request.SecondPerson;
import passby.core.request.StoredRequest;

/**
 * A person's lost second factor, and how its reset stands. Resets are kept for good: they name no plate, and are the record of who
 * opened whose account.
 *
 * @param requestId a ULID of the moment of asking
 * @param personId whose factor it is
 * @param askedBy who asks
 * @param reason in their words
 * @param entryId the entry that tells of the request
 * @param stored how it stands, but for the passing of time: see {@link #state}
 * @param decision of the second person, or null while there is none
 * @param revision 1 upwards
 */
public record FactorReset(
        String requestId,
        String personId,
        String askedBy,
        String reason,
        Instant requestedAt,
        String entryId,
        State stored,
        @Nullable Decision decision,
        int revision)
        implements StoredRequest {
    /** How a request stands. */
    public enum State implements Coded {
        PENDING,
        /** It has its effect at once. */
        APPROVED,
        REJECTED,
        /** Nobody decided within a day. */
        LAPSED;

        public static Optional<State> parse(String code) {
            return Coded.find(values(), code);
        }
    }

    public Instant lapsesAt() {
        return SecondPerson.FACTOR_RESET.requestLapses(requestedAt);
    }

    public State state(Instant now) {
        return stored == State.PENDING && !SecondPerson.FACTOR_RESET.isOpen(requestedAt, now) ? State.LAPSED : stored;
    }

    /** Whether the person who approved it may let it have its effect once more, as the pool may not have answered. */
    boolean mayBeRepeated(String by, Instant now) {
        return stored == State.APPROVED
                && decision != null
                && decision.personId().equals(by)
                && SecondPerson.FACTOR_RESET.counts(decision.factorShownAt(), now);
    }

    /** The next revision, decided. */
    FactorReset decided(Decision by, State state) {
        return new FactorReset(requestId, personId, askedBy, reason, requestedAt, entryId, state, by, revision + 1);
    }
}
