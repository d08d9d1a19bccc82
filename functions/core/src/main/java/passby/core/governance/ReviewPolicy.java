package passby.core.governance;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Accepted;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.policy.Authorizer;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyDocuments;

/** Shows those who govern what is in force, what waits, and what was decided before. */
public final class ReviewPolicy {
    /** What came of it. */
    public sealed interface Answer {
        /** @param pending what waits for two people, or null when nothing does */
        record Viewed(EffectivePolicy policy, @Nullable PolicyRequest pending, Accepted accepted) implements Answer {}

        /** @param requests the newest first */
        record Listed(List<PolicyRequest> requests, Accepted accepted) implements Answer {
            public Listed {
                requests = List.copyOf(requests);
            }
        }

        record Denied(Authorizer.Authorization.Denied denied) implements Answer {}
    }

    private static final int MAX_LISTED = 20;

    private final Authorizer authorizer;
    private final PolicyDocuments documents;
    private final PolicyRequests requests;
    private final Ledger ledger;
    private final Clock clock;

    public ReviewPolicy(
            Authorizer authorizer, PolicyDocuments documents, PolicyRequests requests, Ledger ledger, Clock clock) {
        this.authorizer = authorizer;
        this.documents = documents;
        this.requests = requests;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The policy is read anew: whoever just approved a change sees it. */
    public Answer view(Caller caller) {
        return switch (authorizer.authorize(Action.VIEW_POLICY, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var admitted) -> {
                var policy = documents.current();
                var pending = requests.newest(1).stream()
                        .filter(request -> request.isPending(clock.instant()))
                        .findFirst()
                        .orElse(null);
                var committed = Map.of(Field.SUBJECT, policy.hash());
                var entry = authorizer.entry(EntryType.POLICY_VIEWED, Outcome.DONE, admitted, caller, committed);
                yield new Answer.Viewed(policy, pending, ledger.append(entry));
            }
        };
    }

    public Answer list(Caller caller) {
        return switch (authorizer.authorize(Action.LIST_POLICY_REQUESTS, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) -> {
                var newest = requests.newest(MAX_LISTED);
                var committed = Map.of(Field.RESULT_COUNT, String.valueOf(newest.size()));
                var entry = authorizer.entry(EntryType.POLICY_REQUESTS_LISTED, Outcome.DONE, policy, caller, committed);
                yield new Answer.Listed(newest, ledger.append(entry));
            }
        };
    }
}
