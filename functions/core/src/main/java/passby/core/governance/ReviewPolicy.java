package passby.core.governance;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyDocuments;
import passby.core.request.Authorizer;
import passby.core.request.Result;

/** Shows those who govern what is in force, what waits, and what was decided before. */
public final class ReviewPolicy {
    /** @param pending what waits for two people, or null when nothing does */
    public record PolicyView(
            EffectivePolicy policy, @Nullable PolicyRequest pending) {}

    private static final int MAX_LISTED = 20;

    private final Authorizer authorizer;
    private final PolicyDocuments documents;
    private final PolicyRequests requests;
    private final Clock clock;

    public ReviewPolicy(Authorizer authorizer, PolicyDocuments documents, PolicyRequests requests, Clock clock) {
        this.authorizer = authorizer;
        this.documents = documents;
        this.requests = requests;
        this.clock = clock;
    }

    /** The policy is read anew: whoever just approved a change sees it. */
    public Result<PolicyView> view(Caller caller) {
        return authorizer.handle(Action.VIEW_POLICY, EntryType.POLICY_VIEWED, caller, request -> {
            var policy = documents.current();
            var pending = requests.newest(1).stream()
                    .filter(newest -> newest.isOpen(clock.instant()))
                    .findFirst()
                    .orElse(null);
            return request.about(Field.SUBJECT, policy.hash()).answer(new PolicyView(policy, pending));
        });
    }

    /** The newest requests first, at most 20. */
    public Result<List<PolicyRequest>> list(Caller caller) {
        return authorizer.handle(Action.LIST_POLICY_REQUESTS, EntryType.POLICY_REQUESTS_LISTED, caller, request -> {
            var newest = requests.newest(MAX_LISTED);
            return request.about(Field.RESULT_COUNT, String.valueOf(newest.size()))
                    .answer(newest);
        });
    }
}
