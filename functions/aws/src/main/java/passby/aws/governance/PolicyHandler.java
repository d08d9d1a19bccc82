package passby.aws.governance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import passby.aws.api.Functions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.governance.DecidePolicyRequest;
import passby.core.governance.PolicyRequest;
import passby.core.governance.ReviewPolicy;
import passby.core.ledger.Counters;
import passby.core.people.Caller;

/** The policy in force, what waits for approval, and the decisions of those who govern. */
public final class PolicyHandler implements ApiHandler {
    private final ReviewPolicy reviewPolicy;
    private final DecidePolicyRequest decidePolicyRequest;
    private final Clock clock;
    private final ApiEndpoint<Caller> edge;

    public PolicyHandler(
            Authentication<Caller> people,
            ReviewPolicy reviewPolicy,
            DecidePolicyRequest decidePolicyRequest,
            Counters counters,
            Clock clock) {
        this.reviewPolicy = reviewPolicy;
        this.decidePolicyRequest = decidePolicyRequest;
        this.clock = clock;
        this.edge = new ApiEndpoint<>(
                Functions.POLICY,
                people,
                Map.of(
                        "viewPolicy", this::view,
                        "listPolicyRequests", this::list,
                        "decidePolicyRequest", this::decide),
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

    private JsonObject json(PolicyRequest request) {
        return PolicyJson.of(request, clock.instant());
    }
}
