package passby.core.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.id.CaseNumber;
import passby.core.id.Coded;
import passby.core.read.ReadRef;
import passby.core.request.SecondPerson;

/**
 * Reads that are kept for one case. Never changed: each step makes the next revision.
 *
 * @param holdId a ULID
 * @param kind why
 * @param caseNumber of the case
 * @param authority on whose written word, such as a court order with its number
 * @param party for whom: prosecution, defence, or a party of a civil case
 * @param reads which; nothing else of their frames, passes or plates is held
 * @param until the review date; the hold ends at it unless it is renewed
 * @param state how it stands
 * @param request what waits for a second role, or null
 * @param events its steps, the first one its placing
 * @param revision 1 upwards
 * @param lockedUntil until when its copies are locked in the vault, or null before that was noted
 */
public record Hold(
        String holdId,
        HoldKind kind,
        CaseNumber caseNumber,
        String authority,
        String party,
        List<HeldRead> reads,
        Instant until,
        State state,
        @Nullable HoldRequest request,
        List<HoldEvent> events,
        int revision,
        @Nullable Instant lockedUntil) {
    /** How long reads are kept on one role's word. */
    public static final Duration PRESERVATION = Duration.ofDays(14);

    /** The furthest review date; a longer case renews its hold. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** Rows of all of them fit into one transaction with the hold and its entry. */
    public static final int MAX_READS = 20;

    /** How a hold stands. */
    public enum State implements Coded {
        /** Kept for 14 days; a second role has not approved it, or none is needed. */
        PRESERVED,
        HELD,
        RELEASED,
        EXPIRED;

        public static Optional<State> parse(String code) {
            return Coded.find(values(), code);
        }
    }

    public Hold {
        reads = List.copyOf(reads);
        events = List.copyOf(events);
    }

    public boolean isOpen() {
        return state == State.PRESERVED || state == State.HELD;
    }

    public boolean isInForce(Instant now) {
        return isOpen() && now.isBefore(until);
    }

    public boolean isCopied() {
        return reads.stream().allMatch(HeldRead::copied);
    }

    public Instant placedAt() {
        return events.getFirst().at();
    }

    /** When its last step was taken; of a hold that ended, when it did. */
    Instant changedAt() {
        return events.getLast().at();
    }

    /** What waits for a second role now: nothing once nobody decided in time. */
    public Optional<HoldRequest> waiting(Instant now) {
        return Optional.ofNullable(request).filter(asked -> SecondPerson.HOLD.isOpen(askedAt(asked), now));
    }

    private Instant askedAt(HoldRequest asked) {
        var step = asked.action() == HoldRequest.Action.PLACE
                ? HoldEvent.PLACED
                : asked.action().code();
        return events.reversed().stream()
                .filter(event -> event.what().equals(step))
                .findFirst()
                .map(HoldEvent::at)
                .orElseGet(this::placedAt);
    }

    List<String> entryIds() {
        return events.stream().map(HoldEvent::entryId).toList();
    }

    Hold asked(HoldRequest asked, HoldEvent event) {
        return next(reads, until, state, asked, event);
    }

    Hold rejected(HoldEvent event) {
        return next(reads, until, state, null, event);
    }

    Hold approved(HoldRequest approved, HoldEvent event) {
        return switch (approved.action()) {
            case PLACE, RENEW -> next(reads, approved.until(), State.HELD, null, event);
            case RELEASE -> next(reads, until, State.RELEASED, null, event);
        };
    }

    Hold expired(HoldEvent event) {
        return next(reads, until, State.EXPIRED, null, event);
    }

    Hold copied(Collection<ReadRef> refs, HoldEvent event) {
        var next = reads.stream()
                .map(read -> refs.contains(read.ref()) ? new HeldRead(read.ref(), true) : read)
                .toList();
        return next(next, until, state, request, event);
    }

    private Hold next(
            List<HeldRead> nextReads,
            Instant nextUntil,
            State nextState,
            @Nullable HoldRequest nextRequest,
            HoldEvent event) {
        var all = new ArrayList<>(events);
        all.add(event);
        return new Hold(
                holdId,
                kind,
                caseNumber,
                authority,
                party,
                nextReads,
                nextUntil,
                nextState,
                nextRequest,
                all,
                revision + 1,
                lockedUntil);
    }
}
