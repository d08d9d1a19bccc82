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
import passby.aws.http.ProblemType;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.aws.wiring.LambdaWiring;
import passby.aws.wiring.Wiring;
import passby.core.governance.DecidePolicyRequest;
import passby.core.governance.ReviewPolicy;
import passby.core.ledger.Counters;
import passby.core.people.Caller;

/** The policy in force, what waits for approval, and the decisions of those who govern. */
public final class PolicyHandler implements ApiHandler {
    private final DecidePolicyRequest decidePolicyRequest;
    private final Clock clock;
    private final ApiEndpoint<Caller> edge;

    /** As Lambda starts it. */
    public PolicyHandler() {
        this(LambdaWiring.of(Functions.POLICY));
    }

    public PolicyHandler(Wiring wiring) {
        this(wiring.people(), wiring.reviewPolicy(), wiring.decidePolicyRequest(), wiring.counters(), wiring.clock());
    }

    public PolicyHandler(
            Authentication<Caller> people,
            ReviewPolicy reviewPolicy,
            DecidePolicyRequest decidePolicyRequest,
            Counters counters,
            Clock clock) {
        this.decidePolicyRequest = decidePolicyRequest;
        this.clock = clock;
        this.edge = new ApiEndpoint<>(
                Functions.POLICY,
                people,
                Map.of(
                        "viewPolicy", (caller, request) -> answer(reviewPolicy.view(caller)),
                        "listPolicyRequests", (caller, request) -> answer(reviewPolicy.list(caller)),
                        "decidePolicyRequest", this::decide),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer answer(ReviewPolicy.Answer answer) {
        return switch (answer) {
            case ReviewPolicy.Answer.Viewed(var policy, var pending, var accepted) ->
                Answer.ok(new JsonObject()
                        .with("version", policy.version())
                        .with("hash", policy.hash())
                        .with("document", policy.canonical())
                        .with("pending", pending == null ? null : PolicyJson.of(pending, clock.instant()))
                        .with(accepted));
            case ReviewPolicy.Answer.Listed(var requests, var accepted) ->
                Answer.ok(new JsonObject()
                        .with(
                                "requests",
                                requests.stream()
                                        .map(request -> PolicyJson.of(request, clock.instant()))
                                        .toList())
                        .with(accepted));
            case ReviewPolicy.Answer.Denied(var denied) -> Answer.denied(denied);
        };
    }

    private Answer decide(Caller caller, Request request) {
        return switch (decidePolicyRequest.handle(caller, request.parameter("requestId"), request.body())) {
            case DecidePolicyRequest.Answer.Decided(var decided, var inForce, var notes, var accepted) ->
                Answer.created(PolicyJson.of(decided, clock.instant())
                        .with("policyVersion", inForce == null ? null : inForce.version())
                        .with("policyHash", inForce == null ? null : inForce.hash())
                        .with("notes", notes)
                        .with(accepted));
            case DecidePolicyRequest.Answer.Invalid(var problems, var accepted) -> Answer.invalid(problems, accepted);
            case DecidePolicyRequest.Answer.NotFound(var accepted) -> Answer.notFound(accepted);
            case DecidePolicyRequest.Answer.NotFresh(var accepted) ->
                Answer.refused(
                        ProblemType.SECOND_FACTOR_NOT_FRESH,
                        "Sign in again: to bind the city, the second factor is shown within the last five minutes.",
                        new JsonObject().with(accepted));
            case DecidePolicyRequest.Answer.NotIndependent(var accepted) ->
                Answer.refused(
                        ProblemType.NOT_INDEPENDENT,
                        "You, or somebody in the role that you name, decided already.",
                        new JsonObject().with(accepted));
            case DecidePolicyRequest.Answer.Conflict(var state, var detail, var accepted) ->
                Answer.refused(
                        ProblemType.CONFLICT,
                        detail,
                        new JsonObject().with("state", state.code()).with(accepted));
            case DecidePolicyRequest.Answer.Denied(var denied) -> Answer.denied(denied);
        };
    }
}
