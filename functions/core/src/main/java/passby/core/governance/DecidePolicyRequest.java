package passby.core.governance;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.form.Form;
import passby.core.governance.PolicyDecision.Verdict;
import passby.core.governance.PolicyRequest.State;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.People;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyDocuments;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;

/**
 * Approves or rejects a loosening. It takes two people in two different roles, each with a second factor shown within five
 * minutes; the second approval puts the next version in force, merged onto whatever rules by then, in one transaction with
 * its entry. An approval counts for as long as its person holds the role in which it was given: that of somebody who was
 * disabled since, or who lost the role, does not. One rejection closes the request.
 */
public final class DecidePolicyRequest {
    /**
     * @param request as it is now
     * @param inForce the version that this decision put in force, or null when it did not
     * @param notes what the city should know, a sentence each
     */
    public record Decided(PolicyRequest request, @Nullable EffectivePolicy inForce, List<String> notes) {
        public Decided {
            notes = List.copyOf(notes);
        }
    }

    private static final String CLOSED = "The request is approved, rejected, superseded or older than 30 days.";
    private static final String NOTHING_TO_CHANGE = "What was asked for is in force already, or cannot be: "
            + "without a proof of the AI-services opt-out the order stays container-only.";
    private static final String NOT_SETTLED =
            "What is stored is still being dated by a shorter retention. A loosening now would"
                    + " show again what is hidden. Try again in some minutes.";
    private static final String AT_THE_SAME_MOMENT =
            "Others decide or change the policy at the same moment. Try again.";
    private static final int MAX_ATTEMPTS = 5;

    private final Authorizer authorizer;
    private final PolicyDocuments documents;
    private final PolicyRequests requests;
    private final People people;
    private final OptOut optOut;
    private final SettledRetention retention;
    private final Clock clock;

    public DecidePolicyRequest(
            Authorizer authorizer,
            PolicyDocuments documents,
            PolicyRequests requests,
            People people,
            OptOut optOut,
            SettledRetention retention,
            Clock clock) {
        this.authorizer = authorizer;
        this.documents = documents;
        this.requests = requests;
        this.people = people;
        this.optOut = optOut;
        this.retention = retention;
        this.clock = clock;
    }

    /** @param requestId not validated here: an impossible one is treated, and recorded, as not found */
    public Result<Decided> handle(Caller caller, String requestId, Form body) {
        return authorizer.handle(Action.DECIDE_POLICY_REQUEST, EntryType.POLICY_REQUEST_DECIDED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, requestId);
            return request.check(
                    DecisionForm.parse(body, caller.person()),
                    form -> decide(request.about(committed(form)), requestId, form));
        });
    }

    private Result<Decided> decide(AuthorizedRequest request, String requestId, DecisionForm form) {
        if (!request.caller().hasFreshSecondFactor(clock.instant())) {
            return request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        }
        var state = State.PENDING;
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var found = requests.find(requestId);
            if (found.isEmpty()) {
                return request.notFound();
            }
            var decided = decide(request, found.get(), form);
            if (decided.isPresent()) {
                return decided.get();
            }
            state = found.get().state(clock.instant());
        }
        return request.refuse(new Refusal.Conflict(AT_THE_SAME_MOMENT, state.code()));
    }

    /** Empty when somebody else was faster. */
    private Optional<Result<Decided>> decide(AuthorizedRequest request, PolicyRequest found, DecisionForm form) {
        var state = found.state(clock.instant());
        if (state != State.PENDING) {
            return Optional.of(request.refuse(new Refusal.Conflict(CLOSED, state.code())));
        }
        var counting = found.decisions().stream().filter(this::counts).toList();
        if (!isIndependent(request.caller(), found, counting, form)) {
            return Optional.of(request.refuse(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON)));
        }
        return switch (form.verdict()) {
            case REJECT -> revise(request, found, form, State.REJECTED);
            case APPROVE ->
                counting.isEmpty() ? revise(request, found, form, State.PENDING) : enact(request, found, form);
        };
    }

    private boolean counts(PolicyDecision approval) {
        return people.find(approval.personId())
                .filter(person -> person.active() && person.roles().contains(approval.role()))
                .isPresent();
    }

    /**
     * Nobody decides twice, and nobody approves what their own role approved; to reject, another person suffices.
     *
     * @param counting of the decisions so far
     */
    private static boolean isIndependent(
            Caller caller, PolicyRequest found, List<PolicyDecision> counting, DecisionForm form) {
        return !found.wasDecidedBy(caller.person().personId())
                && (form.verdict() == Verdict.REJECT
                        || counting.stream().noneMatch(approval -> approval.role() == form.role()));
    }

    private Optional<Result<Decided>> revise(
            AuthorizedRequest request, PolicyRequest found, DecisionForm form, State state) {
        var entry = request.entry(found.entryIds());
        var revised = found.with(decision(request.caller(), form, entry), state);
        return requests.revise(revised, null, entry) instanceof Commit.Done(var accepted)
                ? Optional.of(new Result.Done<>(new Decided(revised, null, List.of()), accepted))
                : Optional.empty();
    }

    /** The second approval: only the fields asked for, onto whatever is in force, under today's ceilings. */
    private Optional<Result<Decided>> enact(AuthorizedRequest request, PolicyRequest found, DecisionForm form) {
        var inForce = documents.current();
        var asked = CityParameters.of(inForce).with(found.changes());
        var problems = asked.aboveTheCeiling();
        if (!problems.isEmpty()) {
            return Optional.of(
                    request.refuse(new Refusal.Conflict(problems.getFirst().message(), State.PENDING.code())));
        }
        if (!retention.isSettled(inForce.clocks(), clock.instant())) {
            return Optional.of(request.refuse(new Refusal.Conflict(NOT_SETTLED, State.PENDING.code())));
        }
        var certain = asked.withCertainOrder(optOut);
        if (certain.equals(CityParameters.of(inForce))) {
            return Optional.of(request.refuse(new Refusal.Conflict(NOTHING_TO_CHANGE, State.PENDING.code())));
        }
        var next = certain.policy(inForce.version() + 1, inForce.bounds());
        var entry = request.about(Map.of(Field.BEFORE, inForce.canonical(), Field.AFTER, next.canonical()))
                .as(EntryType.POLICY_CHANGED, next)
                .entry(found.entryIds());
        var approved = found.with(decision(request.caller(), form, entry), State.APPROVED);
        var notes = certain.equals(asked) ? List.<String>of() : List.of(ApplyCityParameters.NOT_CERTAIN);
        return requests.revise(approved, next, entry) instanceof Commit.Done(var accepted)
                ? Optional.of(new Result.Done<>(new Decided(approved, next, notes), accepted))
                : Optional.empty();
    }

    private PolicyDecision decision(Caller caller, DecisionForm form, Entry entry) {
        return new PolicyDecision(
                caller.person().personId(),
                form.role(),
                form.verdict(),
                form.reason(),
                clock.instant(),
                entry.entryId());
    }

    private static Map<Field, String> committed(DecisionForm form) {
        return Map.of(
                Field.ACTION, form.verdict().code() + " as " + form.role().code(), Field.NARRATIVE, form.reason());
    }
}
