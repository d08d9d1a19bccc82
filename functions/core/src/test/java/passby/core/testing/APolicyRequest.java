package passby.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import passby.core.governance.Change;
import passby.core.governance.PolicyDecision;
import passby.core.governance.PolicyDecision.Verdict;
import passby.core.governance.PolicyRequest;
import passby.core.governance.PolicyRequest.State;
import passby.core.ledger.Entry;
import passby.core.people.Role;
import passby.core.policy.Parameter;

/** Builds policy requests of a made-up city: a longer retention, asked for an hour ago. */
public final class APolicyRequest {
    public static final Change LONGER = new Change(Parameter.NON_HIT_RETENTION, "7d", "30d");

    private APolicyRequest() {}

    public static PolicyRequest pending(String requestId, Change... changes) {
        return pendingSince(requestId, TestData.NOW.minus(Duration.ofHours(1)), changes);
    }

    public static PolicyRequest pendingSince(String requestId, Instant at, Change... changes) {
        return new PolicyRequest(
                requestId,
                "stack update of " + requestId,
                at,
                List.of(changes),
                State.PENDING,
                List.of(),
                "entry of " + requestId,
                1);
    }

    /** The next revision, decided by that person in that role, as that entry tells. */
    public static PolicyRequest decided(PolicyRequest request, State state, String personId, Role role, Entry entry) {
        var decisions = new ArrayList<>(request.decisions());
        var verdict = state == State.REJECTED ? Verdict.REJECT : Verdict.APPROVE;
        decisions.add(new PolicyDecision(
                personId, role, verdict, "Council resolution 2036-12", TestData.NOW, TestData.NOW, entry.entryId()));
        return new PolicyRequest(
                request.requestId(),
                request.origin(),
                request.requestedAt(),
                request.changes(),
                state,
                decisions,
                request.entryId(),
                request.revision() + 1);
    }
}
