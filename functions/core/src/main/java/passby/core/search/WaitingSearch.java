package passby.core.search;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.id.Coded;
import passby.core.request.Decision;
import passby.core.request.SecondPerson;
import passby.core.request.StoredRequest;

/**
 * A search that waits for a second person, or that one has allowed. What is searched for and why stands in the ledger entry
 * of the request and nowhere here: only a keyed hash of it is stored, so that no plate outlives the clock of search records.
 *
 * @param requestId a ULID of the moment of asking
 * @param personId who asked
 * @param digest keyed hash of what was asked for and why
 * @param entryId the entry that tells of the request
 * @param stored how it stands, but for the passing of time: see {@link #state}
 * @param decision of the second person, or null while there is none
 * @param revision 1 upwards
 */
public record WaitingSearch(
        String requestId,
        String personId,
        String digest,
        Instant requestedAt,
        String entryId,
        State stored,
        @Nullable Decision decision,
        int revision)
        implements StoredRequest {
    /** How a request stands. */
    public enum State implements Coded {
        PENDING,
        APPROVED,
        REJECTED,
        /** The search was made. */
        USED,
        /** Nobody decided within a day, or the approval ran out before the search was made. */
        LAPSED;

        public static Optional<State> parse(String code) {
            return Coded.find(values(), code);
        }
    }

    /** When nobody may decide it any more, and once somebody has, when the decision no longer counts. */
    public Instant lapsesAt() {
        return decision == null
                ? SecondPerson.SEARCH.requestLapses(requestedAt)
                : SecondPerson.SEARCH.approvalLapses(decision.factorShownAt());
    }

    static WaitingSearch of(String requestId, String personId, String digest, Instant now, String entryId) {
        return new WaitingSearch(requestId, personId, digest, now, entryId, State.PENDING, null, 1);
    }

    public State state(Instant now) {
        return switch (stored) {
            case PENDING -> SecondPerson.SEARCH.isOpen(requestedAt, now) ? State.PENDING : State.LAPSED;
            case APPROVED -> decision != null && now.isBefore(lapsesAt()) ? State.APPROVED : State.LAPSED;
            case REJECTED, USED, LAPSED -> stored;
        };
    }

    /** The next revision, decided. */
    WaitingSearch decided(Decision by, State state) {
        return new WaitingSearch(requestId, personId, digest, requestedAt, entryId, state, by, revision + 1);
    }

    /** The next revision: an approval is used once. */
    WaitingSearch used() {
        return new WaitingSearch(requestId, personId, digest, requestedAt, entryId, State.USED, decision, revision + 1);
    }
}
