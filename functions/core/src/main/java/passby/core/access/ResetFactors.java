package passby.core.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.Factors;
import passby.core.people.People;
import passby.core.people.Person;
import passby.core.people.Sessions;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Decision;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.request.SecondOpinion;
import passby.core.request.SecondPerson;
import passby.core.request.StoredRequests;

/**
 * Gives a person who lost their second factor a new one: somebody asks, and a second person approves in a role that the one who asks does
 * not hold. Neither is the person themselves. All their sessions end, and their next sign-in begins with a new factor. (product.md, I1)
 */
public final class ResetFactors {
    static final String OWN_ISSUER = "The city's own issuer keeps second factors: whoever keeps it resets them there.";
    static final String CLOSED = "The request is decided.";
    private static final String AT_THE_SAME_MOMENT = "Somebody else decided at the same moment.";
    private static final int MAX_REASON = 500;

    private final Authorizer authorizer;
    private final StoredRequests<FactorReset> resets;
    private final Factors factors;
    private final People people;
    private final Sessions sessions;
    private final Ulids ids;
    private final Clock clock;

    public ResetFactors(
            Authorizer authorizer,
            StoredRequests<FactorReset> resets,
            Factors factors,
            People people,
            Sessions sessions,
            Ulids ids,
            Clock clock) {
        this.authorizer = authorizer;
        this.resets = resets;
        this.factors = factors;
        this.people = people;
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    /** The body is {@code {"reason":"…"}}. */
    public Result<FactorReset> ask(Caller caller, String personId, Form body) {
        return authorizer.handle(Action.REQUEST_FACTOR_RESET, EntryType.FACTOR_RESET_REQUESTED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, personId);
            var reason = body.string("reason", MAX_REASON);
            return request.check(
                    body.checked(() -> reason), why -> ask(request.about(Field.NARRATIVE, why), personId, why));
        });
    }

    private Result<FactorReset> ask(AuthorizedRequest request, String personId, String reason) {
        if (!factors.areOurs()) {
            return request.refuse(new Refusal.Conflict(OWN_ISSUER));
        }
        var by = request.caller().person().personId();
        if (personId.equals(by)) {
            return request.refuse(new Refusal.Unmet(Requirement.ANOTHER_PERSON));
        }
        if (people.find(personId).filter(Person::active).isEmpty()) {
            return request.notFound();
        }
        var entry = request.entry();
        var reset = new FactorReset(
                ids.next(), personId, by, reason, clock.instant(), entry.entryId(), FactorReset.State.PENDING, null, 1);
        return request.commit(reset, resets.add(reset, entry), AT_THE_SAME_MOMENT);
    }

    /** Those that wait now, the oldest first. */
    public Result<List<FactorReset>> list(Caller caller) {
        return authorizer.handle(Action.LIST_FACTOR_RESETS, EntryType.FACTOR_RESETS_LISTED, caller, request -> {
            var now = clock.instant();
            var waiting = resets.recent(SecondPerson.FACTOR_RESET, now).stream()
                    .filter(reset -> reset.state(now) == FactorReset.State.PENDING)
                    .toList();
            return request.about(Field.RESULT_COUNT, Integer.toString(waiting.size()))
                    .answer(waiting);
        });
    }

    /**
     * The body is that of {@link SecondOpinion}. Whoever approved may say so again for a quarter of an hour, should the pool not have
     * answered.
     *
     * @param requestId not validated here: an impossible one is treated, and recorded, as not found
     */
    public Result<FactorReset> decide(Caller caller, String requestId, Form body) {
        return authorizer.handle(Action.DECIDE_FACTOR_RESET, EntryType.FACTOR_RESET_DECIDED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, requestId);
            return request.check(
                    SecondOpinion.parse(body, caller.person()),
                    opinion -> resets.find(requestId)
                            .map(reset -> decide(about(request, reset, opinion), reset, opinion))
                            .orElseGet(request::notFound));
        });
    }

    private static AuthorizedRequest about(AuthorizedRequest request, FactorReset reset, SecondOpinion opinion) {
        return request.about(opinion.committed())
                .about(Map.of(Field.SUBJECT, reset.personId() + " by " + reset.requestId()));
    }

    private Result<FactorReset> decide(AuthorizedRequest request, FactorReset reset, SecondOpinion opinion) {
        var now = clock.instant();
        var state = reset.state(now);
        var caller = request.caller();
        if (!caller.hasFreshSecondFactor(now)) {
            return request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        }
        var again = opinion.approve() && reset.mayBeRepeated(caller.person().personId(), now);
        if (state != FactorReset.State.PENDING && !again) {
            var detail = state == FactorReset.State.LAPSED ? SecondPerson.LAPSED : CLOSED;
            return request.refuse(new Refusal.Conflict(detail, state.code()));
        }
        if (!isIndependent(caller, reset, opinion)) {
            return request.refuse(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        }
        return decided(request, reset, opinion, now);
    }

    /** Nor is it the person whose factor it is. */
    private boolean isIndependent(Caller caller, FactorReset reset, SecondOpinion opinion) {
        var person = caller.person();
        return !person.personId().equals(reset.personId())
                && SecondPerson.isIndependent(person, opinion.role(), reset.askedBy(), people);
    }

    /** The entry is durable before the pool is asked: a factor is never lost without one. */
    private Result<FactorReset> decided(
            AuthorizedRequest request, FactorReset reset, SecondOpinion opinion, Instant now) {
        var entry = request.entry(List.of(reset.entryId()));
        var decision = Decision.of(request.caller(), opinion.role(), entry.entryId());
        var decided =
                reset.decided(decision, opinion.approve() ? FactorReset.State.APPROVED : FactorReset.State.REJECTED);
        var result = request.commit(decided, resets.revise(decided, entry), AT_THE_SAME_MOMENT);
        if (opinion.approve() && result instanceof Result.Done<FactorReset>) {
            factors.reset(reset.personId());
            sessions.endAll(reset.personId(), now);
        }
        return result;
    }
}
