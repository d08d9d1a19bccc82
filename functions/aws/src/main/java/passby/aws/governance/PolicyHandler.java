package passby.aws.governance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import passby.aws.api.GovernanceFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.governance.DecidePolicyRequest;
import passby.core.governance.ManageExcludedZones;
import passby.core.governance.PolicyRequest;
import passby.core.governance.ReviewPolicy;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.purge.PurgeReport;
import passby.core.purge.RowKind;
import passby.core.purge.ViewPurge;

/** The policy in force, what waits for approval, and the decisions of those who govern. */
public final class PolicyHandler implements ApiHandler {
    private final ReviewPolicy reviewPolicy;
    private final DecidePolicyRequest decidePolicyRequest;
    private final ManageExcludedZones manageExcludedZones;
    private final ViewPurge viewPurge;
    private final Clock clock;
    private final ApiEndpoint<Caller> edge;

    public PolicyHandler(
            Authentication<Caller> people,
            ReviewPolicy reviewPolicy,
            DecidePolicyRequest decidePolicyRequest,
            ManageExcludedZones manageExcludedZones,
            ViewPurge viewPurge,
            Counters counters,
            Clock clock) {
        this.reviewPolicy = reviewPolicy;
        this.decidePolicyRequest = decidePolicyRequest;
        this.manageExcludedZones = manageExcludedZones;
        this.viewPurge = viewPurge;
        this.clock = clock;
        this.edge = new ApiEndpoint<>(
                GovernanceFunctions.POLICY,
                people,
                Map.of(
                        "viewPolicy", this::view,
                        "viewRetentionHealth", this::viewRetentionHealth,
                        "listPolicyRequests", this::list,
                        "decidePolicyRequest", this::decide,
                        "addExcludedZones", this::addZones,
                        "removeExcludedZones", this::removeZones),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer view(Caller caller, Request request) {
        return Answer.of(
                reviewPolicy.view(caller),
                (view, accepted) -> Answer.ok(new JsonObject()
                        .with("version", view.policy().version())
                        .with("hash", view.policy().hash())
                        .with("document", view.policy().canonical())
                        .with("pending", view.pending() == null ? null : json(view.pending()))
                        .with(accepted)));
    }

    private Answer viewRetentionHealth(Caller caller, Request request) {
        return Answer.of(
                viewPurge.view(caller),
                (health, accepted) -> Answer.ok(new JsonObject()
                        .with("state", health.state().code())
                        .with("purge", health.report() == null ? null : json(health.report()))
                        .with(accepted)));
    }

    /** Every kind, those that were on time too. */
    private static JsonObject json(PurgeReport report) {
        var late = new JsonObject();
        for (var kind : RowKind.values()) {
            late = late.with(
                    kind.code(), report.late().getOrDefault(kind, Duration.ZERO).toSeconds());
        }
        return new JsonObject()
                .with("endedAt", report.at().toString())
                .with("finished", report.finished())
                .with("refused", report.refused())
                .with("lateSeconds", late);
    }

    private Answer list(Caller caller, Request request) {
        return Answer.of(
                reviewPolicy.list(caller),
                (requests, accepted) -> Answer.ok(new JsonObject()
                        .with("requests", requests.stream().map(this::json).toList())
                        .with(accepted)));
    }

    private Answer decide(Caller caller, Request request) {
        return Answer.of(
                decidePolicyRequest.handle(caller, request.parameter("requestId"), request.body()),
                (decided, accepted) -> Answer.created(json(decided.request())
                        .with(
                                "policyVersion",
                                decided.inForce() == null
                                        ? null
                                        : decided.inForce().version())
                        .with(
                                "policyHash",
                                decided.inForce() == null
                                        ? null
                                        : decided.inForce().hash())
                        .with("notes", decided.notes())
                        .with(accepted)));
    }

    private Answer addZones(Caller caller, Request request) {
        return Answer.of(
                manageExcludedZones.add(caller, request.body()),
                (policy, accepted) -> Answer.created(new JsonObject()
                        .with("policyVersion", policy.version())
                        .with("policyHash", policy.hash())
                        .with(accepted)));
    }

    private Answer removeZones(Caller caller, Request request) {
        return Answer.of(
                manageExcludedZones.remove(caller, request.body()),
                (asked, accepted) -> Answer.created(json(asked).with(accepted)));
    }

    private JsonObject json(PolicyRequest request) {
        return PolicyJson.of(request, clock.instant());
    }
}
