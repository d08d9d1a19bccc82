package passby.core.governance;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.form.Form;
import passby.core.governance.PolicyDecision.Verdict;
import passby.core.governance.PolicyRequest.State;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.People;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyDocuments;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.request.SecondPerson;

/**
 * Approves or rejects a loosening. It takes two people in two different roles, each with a second factor shown within five
 * minutes; the second approval puts the next version in force, merged onto whatever rules by then, in one transaction with
 * its entry. The first approval waits for the second as long as {@link SecondPerson#POLICY} says. An approval counts for as
 * long as its person holds the role in which it was given: that of somebody who was disabled since, or who lost the role, does
 * not. Where two people agreed and what is stored is still being dated, their agreement stays, and whoever of those who may
 * decide comes back puts it in force. One rejection closes the request.
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

    private static final String CLOSED = "The request is approved, rejected or superseded.";
    private static final String NOTHING_TO_CHANGE = "What was asked for is in force already, or cannot be: "
            + "without a proof of the AI-services opt-out the order stays container-only.";
    private static final String NOT_SETTLED =
            "What is stored is still being dated by a shorter retention. A loosening now would"
                    + " show again what is hidden. Approve again in some minutes; nobody else has to.";
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
        var standing = found.considering(
                found.decisions().stream().filter(this::holdsTheRole).toList());
        var state = standing.state(clock.instant());
        return switch (state) {
            case PENDING -> decidePending(request, found, standing, form);
            case AGREED ->
                form.verdict() == Verdict.REJECT
                        ? rejectAnother(request, found, standing, form)
                        : enact(request, found, form, entryId -> found.enacted());
            case APPROVED, REJECTED, SUPERSEDED ->
                Optional.of(request.refuse(new Refusal.Conflict(CLOSED, state.code())));
            case EXPIRED -> Optional.of(request.refuse(new Refusal.Conflict(SecondPerson.LAPSED, state.code())));
        };
    }

    private boolean holdsTheRole(PolicyDecision approval) {
        return people.find(approval.personId())
                .filter(person -> person.active() && person.roles().contains(approval.role()))
                .isPresent();
    }

    /**
     * Nobody approves what they asked for or what their own role approved, and nobody decides twice while their approval waits; to
     * reject, another person suffices.
     */
    private Optional<Result<Decided>> decidePending(
            AuthorizedRequest request, PolicyRequest found, PolicyRequest standing, DecisionForm form) {
        if (form.verdict() == Verdict.REJECT) {
            return rejectAnother(request, found, standing, form);
        }
        var waiting = standing.decisions().stream()
                .filter(approval -> approval.waitsAt(clock.instant()))
                .toList();
        var self = request.caller().person().personId();
        if (found.origin().equals(self)
                || wasDecidedBy(self, found)
                || waiting.stream().anyMatch(approval -> approval.role() == form.role())) {
            return Optional.of(request.refuse(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON)));
        }
        return waiting.isEmpty()
                ? revise(request, found, form, State.PENDING, List.of())
                : complete(request, found, form);
    }

    private Optional<Result<Decided>> rejectAnother(
            AuthorizedRequest request, PolicyRequest found, PolicyRequest standing, DecisionForm form) {
        var self = request.caller().person().personId();
        var decided = standing.state(clock.instant()) == State.AGREED
                ? standing.decisions().stream()
                        .anyMatch(decision -> decision.personId().equals(self))
                : wasDecidedBy(self, found);
        return decided
                ? Optional.of(request.refuse(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON)))
                : revise(request, found, form, State.REJECTED, List.of());
    }

    private boolean wasDecidedBy(String personId, PolicyRequest found) {
        return found.decisions().stream()
                .anyMatch(made -> made.personId().equals(personId) && made.waitsAt(clock.instant()));
    }

    private Optional<Result<Decided>> revise(
            AuthorizedRequest request, PolicyRequest found, DecisionForm form, State state, List<String> notes) {
        var entry = request.entry(found.entryIds());
        var revised = found.with(decision(request.caller(), form, entry.entryId()), state);
        return requests.revise(revised, null, entry) instanceof Commit.Done(var accepted)
                ? Optional.of(new Result.Done<>(new Decided(revised, null, notes), accepted))
                : Optional.empty();
    }

    /** The second approval: while what is stored is still being dated, it is kept, so that nobody has to give it again. */
    private Optional<Result<Decided>> complete(AuthorizedRequest request, PolicyRequest found, DecisionForm form) {
        var inForce = documents.current();
        var refusal = refusal(CityParameters.of(inForce).with(found.changes()), inForce, State.PENDING);
        if (refusal.isPresent()) {
            return Optional.of(request.refuse(refusal.get()));
        }
        if (!retention.isSettled(inForce.clocks(), clock.instant())) {
            return revise(request, found, form, State.AGREED, List.of(NOT_SETTLED));
        }
        return enact(
                request, found, form, entryId -> found.with(decision(request.caller(), form, entryId), State.APPROVED));
    }

    /** Why what was asked for cannot be put in force, or would change nothing. */
    private Optional<Refusal> refusal(CityParameters asked, EffectivePolicy inForce, State state) {
        var problems = asked.aboveTheCeiling();
        if (!problems.isEmpty()) {
            return Optional.of(new Refusal.Conflict(problems.getFirst().message(), state.code()));
        }
        return asked.withCertainOrder(optOut).equals(CityParameters.of(inForce))
                ? Optional.of(new Refusal.Conflict(NOTHING_TO_CHANGE, state.code()))
                : Optional.empty();
    }

    /**
     * Only the fields asked for, onto whatever is in force, under today's ceilings.
     *
     * @param approved the next revision, as the entry of that id tells
     */
    private Optional<Result<Decided>> enact(
            AuthorizedRequest request,
            PolicyRequest found,
            DecisionForm form,
            Function<String, PolicyRequest> approved) {
        var inForce = documents.current();
        var asked = CityParameters.of(inForce).with(found.changes());
        var state = found.state(clock.instant());
        var refusal = refusal(asked, inForce, state);
        if (refusal.isPresent()) {
            return Optional.of(request.refuse(refusal.get()));
        }
        if (!retention.isSettled(inForce.clocks(), clock.instant())) {
            return Optional.of(request.refuse(new Refusal.Conflict(NOT_SETTLED, state.code())));
        }
        var certain = asked.withCertainOrder(optOut);
        var next = certain.policy(inForce.version() + 1, inForce.bounds());
        var entry = request.about(Map.of(
                        Field.ACTION, whatAndByWhom(found, form),
                        Field.BEFORE, inForce.canonical(),
                        Field.AFTER, next.canonical()))
                .as(EntryType.POLICY_CHANGED, next)
                .entry(found.entryIds());
        var notes = certain.equals(asked) ? List.<String>of() : List.of(ApplyCityParameters.NOT_CERTAIN);
        var revised = approved.apply(entry.entryId());
        return requests.revise(revised, next, entry) instanceof Commit.Done(var accepted)
                ? Optional.of(new Result.Done<>(new Decided(revised, next, notes), accepted))
                : Optional.empty();
    }

    /** What everybody is told of it: what changed, and who agreed, by role. */
    private String whatAndByWhom(PolicyRequest found, DecisionForm form) {
        var roles = Stream.concat(
                        found.decisions().stream()
                                .filter(made -> made.verdict() == Verdict.APPROVE)
                                .filter(made ->
                                        made.waitsAt(clock.instant()) || found.state(clock.instant()) == State.AGREED)
                                .map(PolicyDecision::role),
                        Stream.of(form.role()))
                .distinct()
                .map(Role::code)
                .collect(Collectors.joining(" and "));
        return Change.string(found.changes()) + ", approved as " + roles;
    }

    private PolicyDecision decision(Caller caller, DecisionForm form, String entryId) {
        return new PolicyDecision(
                caller.person().personId(),
                form.role(),
                form.verdict(),
                form.reason(),
                clock.instant(),
                caller.signedInAt(),
                entryId);
    }

    private static Map<Field, String> committed(DecisionForm form) {
        return Map.of(
                Field.ACTION, form.verdict().code() + " as " + form.role().code(), Field.NARRATIVE, form.reason());
    }
}
