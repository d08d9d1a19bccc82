package passby.aws.governance;

import java.time.Instant;
import passby.aws.json.JsonObject;
import passby.core.governance.Change;
import passby.core.governance.PolicyDecision;
import passby.core.governance.PolicyRequest;

/** Policy requests as they are answered. */
final class PolicyJson {
    private PolicyJson() {}

    /** @param now tells whether it has expired */
    static JsonObject of(PolicyRequest request, Instant now) {
        return new JsonObject()
                .with("requestId", request.requestId())
                .with("state", request.state(now).code())
                .with("origin", request.origin())
                .with("requestedAt", request.requestedAt())
                .with("expiresAt", request.expiresAt())
                .with(
                        "changes",
                        request.changes().stream().map(PolicyJson::change).toList())
                .with(
                        "decisions",
                        request.decisions().stream().map(PolicyJson::decision).toList());
    }

    private static JsonObject change(Change change) {
        return new JsonObject()
                .with("parameter", change.what().code())
                .with("from", change.from())
                .with("to", change.to());
    }

    private static JsonObject decision(PolicyDecision decision) {
        return new JsonObject()
                .with("by", decision.personId())
                .with("role", decision.role().code())
                .with("decision", decision.verdict().code())
                .with("reason", decision.reason())
                .with("at", decision.at())
                .with("lapsesAt", decision.lapsesAt().orElse(null))
                .with("entryId", decision.entryId());
    }
}
