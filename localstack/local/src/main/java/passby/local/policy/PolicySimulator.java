package passby.local.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import passby.aws.policy.CedarAccessPolicies;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Ori;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.policy.StateProfile;
import passby.core.reason.ReasonRules;
import passby.core.search.LegalBasis;
import passby.core.search.OutsideAssignment;
import passby.core.search.Purposes;
import passby.core.sharing.OutsideRequester;
import passby.core.sharing.RequesterClass;
import passby.core.sharing.SharingPolicies;

/**
 * Asks the rules that a city runs by: its access policies, and where an action needs a purpose, its purpose gate. It repeats
 * none of them, and it stores and counts nothing.
 */
public final class PolicySimulator {
    /**
     * What is asked.
     *
     * @param roles that the person holds, none for a stranger
     * @param current whether training and acknowledgement have not run out
     */
    public record Question(
            Set<Role> roles,
            boolean current,
            Action action,
            StatedPurpose purpose,
            LegalBasis basis,
            Requester requester,
            StateProfile profile) {
        public Question {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * What the rules say.
     *
     * @param rules that decided, by the names that they have in the policies or on the form
     * @param reasons the sentences for whom is refused
     */
    public record Answer(boolean allowed, List<String> rules, List<String> reasons) {
        public Answer {
            rules = List.copyOf(rules);
            reasons = List.copyOf(reasons);
        }
    }

    /** A state that no profile is of. */
    private static final String ELSEWHERE = "XX";

    private final CedarAccessPolicies policies = new CedarAccessPolicies();
    private final Purposes purposes;
    private final Instant now;

    public PolicySimulator(InstantSource clock) {
        this.now = clock.instant();
        this.purposes = new Purposes(ReasonRules.load(), new NoCounters(), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** The access policies come first, as in the city; then the purpose, where one is asked for. */
    public Answer ask(Question question) {
        var access = access(question.roles(), question.current(), question.action());
        if (!access.allowed() || !Purposes.ASKED_AT.contains(question.action())) {
            return access;
        }
        return question.action() == Action.REQUEST_GRANT
                ? grant(access, question)
                : purpose(access, question, question.requester().declared());
    }

    private Answer access(Set<Role> roles, boolean current, Action action) {
        var until = current ? now.plus(Duration.ofDays(1)) : now;
        var person = new Person(
                "somebody", "Springfield Police Department", new Ori("XX0000000"), roles, until, until, null, true);
        var explained = policies.explain(action, new Caller(person, "session", now, "policy simulator"), now);
        return explained.policies().isEmpty()
                ? new Answer(false, List.of("no-policy-permits"), explained.reasons())
                : new Answer(explained.permitted(), explained.policies(), explained.reasons());
    }

    /** A written request from outside: its purpose first, then whom the state lets be given reads. Nothing was declared or pledged. */
    private Answer grant(Answer access, Question question) {
        var outside = question.requester().outside();
        if (outside.isEmpty()) {
            return new Answer(false, List.of("grant.requester"), List.of("A city asks itself for nothing."));
        }
        var answer = purpose(access, question, Requester.SELF.code());
        if (!answer.allowed()) {
            return answer;
        }
        var state = outside.get() == RequesterClass.OUT_OF_STATE
                ? ELSEWHERE
                : question.profile().code();
        var requester = new OutsideRequester(
                "somebody", null, "somebody", outside.get(), state, question.basis(), OutsideAssignment.NONE, null);
        return switch (policies.judge(requester, question.profile())) {
            case SharingPolicies.Verdict.Permitted() -> answer;
            case SharingPolicies.Verdict.Refused(var rules) ->
                new Answer(
                        false,
                        rules.stream()
                                .map(rule -> rule.substring(0, rule.indexOf(':')))
                                .toList(),
                        rules);
        };
    }

    private Answer purpose(Answer access, Question question, String onBehalfOf) {
        var problems = purposes.problems(
                new Form(Map.of(
                        "offenceCode",
                        question.purpose().offenceCode(),
                        "caseNumber",
                        "2026-01234",
                        "narrative",
                        question.purpose().narrative(),
                        "legalBasis",
                        question.basis().code(),
                        "onBehalfOf",
                        onBehalfOf,
                        "outsideAssignment",
                        "none")),
                question.profile());
        if (problems.isEmpty()) {
            var rules =
                    Stream.concat(access.rules().stream(), Stream.of("purpose")).toList();
            return new Answer(true, rules, List.of());
        }
        return new Answer(
                false,
                problems.stream()
                        .map(problem -> "purpose." + problem.field() + " " + problem.code())
                        .toList(),
                problems.stream().map(Problem::message).toList());
    }

    /** A question that nobody of a city asked changes no figure. */
    private record NoCounters() implements Counters {
        @Override
        public void add(Map<Count, Long> amounts, Instant at) {}

        @Override
        public Map<Count, Long> ofMinute(Instant minute) {
            return Map.of();
        }
    }
}
