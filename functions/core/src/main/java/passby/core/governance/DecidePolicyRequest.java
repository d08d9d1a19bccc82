package passby.core.governance;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.governance.PolicyDecision.Verdict;
import passby.core.governance.PolicyRequest.State;
import passby.core.ledger.Accepted;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.policy.Authorizer;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyDocuments;

/**
 * Approves or rejects a loosening. It takes two people in two different roles, each with a second factor shown within five
 * minutes; the second approval puts the next version in force, merged onto whatever rules by then, in one transaction with
 * its entry. One rejection closes the request.
 */
public final class DecidePolicyRequest {
    /** What came of a decision. */
    public sealed interface Answer {
        /**
         * @param request as it stands now
         * @param inForce the version that this decision put in force, or null when it did not
         * @param notes what the city should know, a sentence each
         */
        record Decided(PolicyRequest request, @Nullable EffectivePolicy inForce, List<String> notes, Accepted accepted)
                implements Answer {
            public Decided {
                notes = List.copyOf(notes);
            }
        }

        record Invalid(List<Problem> problems, Accepted accepted) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record NotFound(Accepted accepted) implements Answer {}

        /** The second factor was shown too long ago to bind the city. */
        record NotFresh(Accepted accepted) implements Answer {}

        /** The same person, or the same role, decided before. */
        record NotIndependent(Accepted accepted) implements Answer {}

        /** @param detail why it cannot be decided so, a sentence */
        record Conflict(State state, String detail, Accepted accepted) implements Answer {}

        record Denied(Authorizer.Authorization.Denied denied) implements Answer {}
    }

    private static final String NOT_FRESH = "second-factor-not-fresh";
    private static final String NOT_INDEPENDENT = "not-independent";
    private static final String CLOSED = "The request is approved, rejected, superseded or older than 30 days.";
    private static final String NOTHING_TO_CHANGE = "What was asked for is in force already, or cannot be: "
            + "without a proof of the AI-services opt-out the order stays container-only.";
    private static final String AT_THE_SAME_MOMENT =
            "Others decide or change the policy at the same moment. Try again.";
    private static final int MAX_ATTEMPTS = 5;

    private final Authorizer authorizer;
    private final PolicyDocuments documents;
    private final PolicyRequests requests;
    private final OptOut optOut;
    private final Clock clock;

    public DecidePolicyRequest(
            Authorizer authorizer, PolicyDocuments documents, PolicyRequests requests, OptOut optOut, Clock clock) {
        this.authorizer = authorizer;
        this.documents = documents;
        this.requests = requests;
        this.optOut = optOut;
        this.clock = clock;
    }

    /** @param requestId as it came: what is none is nobody's, and entered as that */
    public Answer handle(Caller caller, String requestId, Form body) {
        return switch (authorizer.authorize(Action.DECIDE_POLICY_REQUEST, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) ->
                switch (DecisionForm.parse(body, caller.person())) {
                    case Checked.Invalid<DecisionForm>(var problems) ->
                        new Answer.Invalid(
                                problems,
                                authorizer.refuse(
                                        EntryType.POLICY_REQUEST_DECIDED,
                                        policy,
                                        caller,
                                        Problem.summary(problems),
                                        Map.of(Field.SUBJECT, requestId)));
                    case Checked.Valid<DecisionForm>(var form) ->
                        new Deciding(caller, policy, requestId, form).decide();
                };
        };
    }

    /** One decision on its way. */
    private final class Deciding {
        private final Caller caller;
        private final EffectivePolicy policy;
        private final String requestId;
        private final DecisionForm form;

        Deciding(Caller caller, EffectivePolicy policy, String requestId, DecisionForm form) {
            this.caller = caller;
            this.policy = policy;
            this.requestId = requestId;
            this.form = form;
        }

        Answer decide() {
            if (!caller.hasFreshSecondFactor(clock.instant())) {
                return new Answer.NotFresh(refuse(NOT_FRESH));
            }
            var state = State.PENDING;
            for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
                var found = requests.find(requestId);
                if (found.isEmpty()) {
                    return new Answer.NotFound(refuse(Authorizer.NOT_FOUND));
                }
                var decided = decide(found.get());
                if (decided.isPresent()) {
                    return decided.get();
                }
                state = found.get().state(clock.instant());
            }
            return conflict(state, AT_THE_SAME_MOMENT);
        }

        /** Empty when somebody else was faster. */
        private Optional<Answer> decide(PolicyRequest request) {
            var state = request.state(clock.instant());
            if (state != State.PENDING) {
                return Optional.of(conflict(state, CLOSED));
            }
            if (!isIndependent(request)) {
                return Optional.of(new Answer.NotIndependent(refuse(NOT_INDEPENDENT)));
            }
            return switch (form.verdict()) {
                case REJECT -> revise(request, State.REJECTED);
                case APPROVE -> request.decisions().isEmpty() ? revise(request, State.PENDING) : enact(request);
            };
        }

        /** Nobody decides twice, and nobody approves what their own role approved; to reject, another person suffices. */
        private boolean isIndependent(PolicyRequest request) {
            return !request.wasDecidedBy(caller.person().personId())
                    && (form.verdict() == Verdict.REJECT || !request.wasDecidedAs(form.role()));
        }

        private Optional<Answer> revise(PolicyRequest request, State state) {
            var entry = authorizer.entry(
                    EntryType.POLICY_REQUEST_DECIDED, Outcome.DONE, policy, caller, committed(), request.entryIds());
            var revised = request.with(decision(entry), state);
            return requests.revise(revised, null, entry) instanceof Commit.Done(var accepted)
                    ? Optional.of(new Answer.Decided(revised, null, List.of(), accepted))
                    : Optional.empty();
        }

        /** The second approval: only the fields asked for, onto whatever is in force, under today's ceilings. */
        private Optional<Answer> enact(PolicyRequest request) {
            var inForce = documents.current();
            var asked = CityParameters.of(inForce).with(request.changes());
            var problems = asked.aboveTheCeiling();
            if (!problems.isEmpty()) {
                return Optional.of(conflict(State.PENDING, problems.getFirst().message()));
            }
            var certain = asked.withCertainOrder(optOut);
            if (certain.equals(CityParameters.of(inForce))) {
                return Optional.of(conflict(State.PENDING, NOTHING_TO_CHANGE));
            }
            var notes = certain.equals(asked) ? List.<String>of() : List.of(ApplyCityParameters.NOT_CERTAIN);
            return enact(request, inForce, certain.policy(inForce.version() + 1, inForce.bounds()), notes);
        }

        private Optional<Answer> enact(
                PolicyRequest request, EffectivePolicy inForce, EffectivePolicy next, List<String> notes) {
            var committed = committed();
            committed.put(Field.BEFORE, inForce.canonical());
            committed.put(Field.AFTER, next.canonical());
            var entry = authorizer.entry(
                    EntryType.POLICY_CHANGED, Outcome.DONE, next, caller, committed, request.entryIds());
            var approved = request.with(decision(entry), State.APPROVED);
            return requests.revise(approved, next, entry) instanceof Commit.Done(var accepted)
                    ? Optional.of(new Answer.Decided(approved, next, notes, accepted))
                    : Optional.empty();
        }

        private PolicyDecision decision(Entry entry) {
            return new PolicyDecision(
                    caller.person().personId(),
                    form.role(),
                    form.verdict(),
                    form.reason(),
                    clock.instant(),
                    entry.entryId());
        }

        private Answer conflict(State state, String detail) {
            return new Answer.Conflict(state, detail, refuse(Authorizer.CONFLICT));
        }

        private Accepted refuse(String reason) {
            return authorizer.refuse(EntryType.POLICY_REQUEST_DECIDED, policy, caller, reason, committed());
        }

        private Map<Field, String> committed() {
            var committed = new EnumMap<Field, String>(Field.class);
            committed.put(Field.SUBJECT, requestId);
            committed.put(
                    Field.ACTION, form.verdict().code() + " as " + form.role().code());
            committed.put(Field.NARRATIVE, form.reason());
            return committed;
        }
    }
}
