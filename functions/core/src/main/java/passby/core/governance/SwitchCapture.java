package passby.core.governance;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.policy.PolicyDocuments;

/**
 * The city's kill switch. One administrator switches capture off, and it counts within 30 seconds; switching it on again is a
 * request that waits for two people in two roles ({@link DecidePolicyRequest}).
 */
public final class SwitchCapture {
    /** What came of it. */
    public sealed interface Answer {
        /** @param policy in force from now on, or as it was when it said so already */
        record InForce(EffectivePolicy policy) implements Answer {}

        /** @param request that two people decide on */
        record Waiting(PolicyRequest request) implements Answer {}

        record Invalid(List<Problem> problems) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    private record Switching(CaptureSwitch to, String actor, String reason) {}

    private static final int MAX_ATTEMPTS = 5;
    private static final int MAX_ACTOR = 100;
    private static final int MAX_REASON = 500;

    private final PolicyDocuments documents;
    private final PolicyRequests requests;
    private final EntryFactory entries;
    private final Ulids ids;
    private final Clock clock;

    public SwitchCapture(
            PolicyDocuments documents, PolicyRequests requests, EntryFactory entries, Ulids ids, Clock clock) {
        this.documents = documents;
        this.requests = requests;
        this.entries = entries;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param body {@code capture} (on or off), {@code by} (who asks) and {@code reason}, as an administrator sends it */
    public Answer handle(Form body) {
        return switch (parse(body)) {
            case Checked.Invalid<Switching>(var problems) -> new Answer.Invalid(problems);
            case Checked.Valid<Switching>(var asked) -> handle(asked.to(), asked.actor(), asked.reason());
        };
    }

    private static Checked<Switching> parse(Form body) {
        var to = body.code("capture", CaptureSwitch::parse, "on or off");
        var actor = body.string("by", MAX_ACTOR);
        var reason = body.string("reason", MAX_REASON);
        return body.checked(() -> new Switching(to.orElseThrow(), actor, reason));
    }

    /**
     * @param actor who asks, as the ledger shall name them
     * @param reason for the ledger, in their own words
     * @throws IllegalStateException when others keep changing the policy at the same moment
     */
    public Answer handle(CaptureSwitch to, String actor, String reason) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var inForce = documents.current();
            var answer = inForce.capture() == to
                    ? Optional.<Answer>of(new Answer.InForce(inForce))
                    : switch (to) {
                        case OFF -> off(inForce, actor, reason);
                        case ON -> request(inForce, actor, reason);
                    };
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new IllegalStateException("others change the policy at the same moment");
    }

    /** Empty when somebody else was faster. */
    private Optional<Answer> off(EffectivePolicy inForce, String actor, String reason) {
        var change = change(inForce, CaptureSwitch.OFF);
        var next = CityParameters.of(inForce).with(List.of(change)).policy(inForce.version() + 1, inForce.bounds());
        var entry = entries.create(
                EntryType.POLICY_CHANGED,
                Outcome.DONE,
                next.hash(),
                Map.of(
                        Field.ACTOR, actor,
                        Field.ACTION, Change.string(List.of(change)),
                        Field.NARRATIVE, reason,
                        Field.BEFORE, inForce.canonical(),
                        Field.AFTER, next.canonical()));
        return documents.put(next, entry) instanceof Commit.Done
                ? Optional.of(new Answer.InForce(next))
                : Optional.empty();
    }

    /** A request that is pending already stays in this one, without the decisions that were taken on it alone. */
    private Optional<Answer> request(EffectivePolicy inForce, String actor, String reason) {
        var now = clock.instant();
        var newest = requests.newest(1).stream().findFirst();
        var pending = newest.filter(request -> request.isOpen(now));
        var change = change(inForce, CaptureSwitch.ON);
        var asked = pending.filter(request -> request.changes().stream().anyMatch(change::asksTheSame));
        if (asked.isPresent()) {
            return Optional.of(new Answer.Waiting(asked.get()));
        }
        var changes = pending.map(request -> PolicyRequest.join(request.changes(), change))
                .orElseGet(() -> List.of(change));
        var requestId = ids.next();
        var entry = entries.create(
                EntryType.POLICY_REQUESTED,
                Outcome.DONE,
                inForce.hash(),
                Map.of(
                        Field.ACTOR, actor,
                        Field.ACTION, Change.string(changes),
                        Field.NARRATIVE, reason,
                        Field.SUBJECT, requestId));
        var request = PolicyRequest.of(requestId, actor, now, changes, entry.entryId());
        return requests.add(request, newest.orElse(null), entry) instanceof Commit.Done
                ? Optional.of(new Answer.Waiting(request))
                : Optional.empty();
    }

    private static Change change(EffectivePolicy inForce, CaptureSwitch to) {
        return new Change(Parameter.CAPTURE, inForce.capture().code(), to.code());
    }
}
