package passby.core.governance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Problem;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.policy.Bounds;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyDocuments;

/**
 * Takes a city's parameters as a request. What tightens the policy in force is its next version at once; what loosens it
 * waits for two people. Compares with what is in force, so that the same parameters a second time change nothing.
 */
public final class ApplyCityParameters {
    /** What came of it. */
    public sealed interface Answer {
        /** Nothing was written. */
        record Refused(List<Problem> problems) implements Answer {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /**
         * @param policy in force from now on
         * @param changed what counts at once; empty when nothing does, and for the first version
         * @param pending what waits for two people, or null when nothing does
         * @param notes what the city should know, a sentence each
         */
        record Governed(
                EffectivePolicy policy,
                List<Change> changed,
                @Nullable PolicyRequest pending,
                List<String> notes) implements Answer {
            public Governed {
                changed = List.copyOf(changed);
                notes = List.copyOf(notes);
            }
        }
    }

    /** Why the order is not the one that was asked for. */
    public static final String NOT_CERTAIN =
            "Nothing proves that the organisation's AI-services opt-out is in force, so no"
                    + " picture goes to Rekognition: the order is container-only.";

    private static final String WAITS =
            "What loosens the policy waits until two people in two roles approve it: GET /v1/policy-requests.";
    private static final int MAX_ATTEMPTS = 5;

    private final PolicyDocuments documents;
    private final PolicyRequests requests;
    private final OptOut optOut;
    private final EntryFactory entries;
    private final Ulids ids;
    private final Clock clock;

    public ApplyCityParameters(
            PolicyDocuments documents,
            PolicyRequests requests,
            OptOut optOut,
            EntryFactory entries,
            Ulids ids,
            Clock clock) {
        this.documents = documents;
        this.requests = requests;
        this.optOut = optOut;
        this.entries = entries;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param parameters by their names in the template
     * @param origin of the request, such as one update of the stack; repeated, it never makes a second request
     * @throws IllegalStateException when others keep changing the policy at the same moment
     */
    public Answer handle(Map<String, String> parameters, String origin) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var inForce = documents.find();
            switch (ParameterForm.parse(parameters, inForce.orElse(null))) {
                case Checked.Invalid<CityParameters>(var problems) -> {
                    return new Answer.Refused(problems);
                }
                case Checked.Valid<CityParameters>(var asked) -> {
                    var governed =
                            inForce.map(policy -> change(policy, asked, origin)).orElseGet(() -> found(asked, origin));
                    if (governed.isPresent()) {
                        return governed.get();
                    }
                }
            }
        }
        throw new IllegalStateException("others change the policy at the same moment");
    }

    /** The first version is exactly what the city asks for. Empty when somebody else was faster. */
    private Optional<Answer> found(CityParameters asked, String origin) {
        var certain = asked.withCertainOrder(optOut);
        var policy = certain.policy(1, Bounds.DEFAULT);
        var entry = changed("none", policy, "first version", origin);
        return documents.put(policy, entry) instanceof Commit.Done
                ? Optional.of(
                        new Answer.Governed(policy, List.of(), null, notes(asked, certain, null, clock.instant())))
                : Optional.empty();
    }

    private Optional<Answer> change(EffectivePolicy inForce, CityParameters asked, String origin) {
        var certain = asked.withCertainOrder(optOut);
        var comparison = Comparison.of(CityParameters.of(inForce), certain);
        var tightened = tightened(inForce, comparison.tightenings(), origin);
        if (tightened.isEmpty()) {
            return Optional.empty();
        }
        return request(tightened.get(), withWhatPeopleAskedFor(comparison.loosenings()), origin)
                .map(waiting -> new Answer.Governed(
                        tightened.get(),
                        comparison.tightenings(),
                        waiting.request(),
                        notes(asked, certain, waiting.request(), clock.instant())));
    }

    /** The policy that rules now; empty when somebody else was faster. */
    private Optional<EffectivePolicy> tightened(EffectivePolicy inForce, List<Change> tightenings, String origin) {
        if (tightenings.isEmpty()) {
            return Optional.of(inForce);
        }
        var next = CityParameters.of(inForce).with(tightenings).policy(inForce.version() + 1, inForce.bounds());
        var entry = changed(inForce.canonical(), next, Change.string(tightenings), origin);
        return documents.put(next, entry) instanceof Commit.Done ? Optional.of(next) : Optional.empty();
    }

    /** What is no parameter of the stack is asked for by a person: a deployment must not take such a request back. */
    private List<Change> withWhatPeopleAskedFor(List<Change> loosenings) {
        var now = clock.instant();
        return requests.newest(1).stream()
                .filter(request -> request.isOpen(now))
                .flatMap(request -> request.changes().stream())
                .filter(change -> !change.what().isOfStack())
                .reduce(loosenings, PolicyRequest::join, (all, same) -> same);
    }

    private record Waiting(@Nullable PolicyRequest request) {}

    /** Leaves exactly what is asked for pending; empty when somebody else was faster. */
    private Optional<Waiting> request(EffectivePolicy inForce, List<Change> loosenings, String origin) {
        var now = clock.instant();
        var newest = requests.newest(1).stream().findFirst();
        var pending = newest.filter(request -> request.isOpen(now));
        if (loosenings.isEmpty()) {
            return pending.map(request -> withdraw(request, inForce, origin))
                    .orElseGet(() -> Optional.of(new Waiting(null)));
        }
        if (pending.filter(request -> request.asksTheSame(loosenings)).isPresent()) {
            return Optional.of(new Waiting(pending.get()));
        }
        if (newest.filter(request -> request.origin().equals(origin) && request.asksTheSame(loosenings))
                .isPresent()) {
            return Optional.of(new Waiting(null));
        }
        return add(loosenings, newest.orElse(null), inForce, origin);
    }

    private Optional<Waiting> add(
            List<Change> loosenings, @Nullable PolicyRequest newest, EffectivePolicy inForce, String origin) {
        var requestId = ids.next();
        var entry = requested(requestId, Change.string(loosenings), inForce, origin);
        var request = PolicyRequest.of(requestId, origin, clock.instant(), loosenings, entry.entryId());
        return requests.add(request, newest, entry) instanceof Commit.Done
                ? Optional.of(new Waiting(request))
                : Optional.empty();
    }

    /** The city does not ask for it any more: nobody shall approve it. */
    private Optional<Waiting> withdraw(PolicyRequest pending, EffectivePolicy inForce, String origin) {
        var entry = requested(pending.requestId(), "withdrawn", inForce, origin);
        return requests.revise(pending.superseded(), null, entry) instanceof Commit.Done
                ? Optional.of(new Waiting(null))
                : Optional.empty();
    }

    private static List<String> notes(
            CityParameters asked, CityParameters certain, @Nullable PolicyRequest pending, Instant now) {
        var notes = new ArrayList<>(asked.profile().warnings(LocalDate.ofInstant(now, ZoneOffset.UTC)));
        if (!asked.order().equals(certain.order())) {
            notes.add(NOT_CERTAIN);
        }
        if (pending != null) {
            notes.add(WAITS);
        }
        return notes;
    }

    private Entry changed(String before, EffectivePolicy next, String what, String origin) {
        return entries.create(
                EntryType.POLICY_CHANGED,
                Outcome.DONE,
                next.hash(),
                Map.of(Field.ACTOR, origin, Field.ACTION, what, Field.BEFORE, before, Field.AFTER, next.canonical()));
    }

    private Entry requested(String requestId, String what, EffectivePolicy inForce, String origin) {
        return entries.create(
                EntryType.POLICY_REQUESTED,
                Outcome.DONE,
                inForce.hash(),
                Map.of(Field.ACTOR, origin, Field.ACTION, what, Field.SUBJECT, requestId));
    }
}
