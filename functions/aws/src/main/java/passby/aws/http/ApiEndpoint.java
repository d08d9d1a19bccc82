package passby.aws.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Route;
import passby.aws.json.Failure;
import passby.aws.json.JsonObject;
import passby.aws.json.StrictJson;
import passby.core.form.Form;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.PolicyUnavailable;

/**
 * The way of every request through a function: route, size, token, body, operation. What fails at one of them is answered
 * without looking at the next.
 *
 * @param <C> who calls this function
 */
public final class ApiEndpoint<C> {
    private static final Logger LOG = LoggerFactory.getLogger(ApiEndpoint.class);
    private static final String RETRY_SECONDS = "5";

    private final FunctionSpec function;
    private final RouteTable routes;
    private final Authentication<C> authentication;
    private final Map<String, RouteAction<C>> operations;
    private final Counters counters;
    private final Clock clock;

    /** @param operations by operation id, exactly those of the function's routes */
    public ApiEndpoint(
            FunctionSpec function,
            Authentication<C> authentication,
            Map<String, RouteAction<C>> operations,
            Counters counters,
            Clock clock) {
        var ids = function.routes().stream().map(Route::operationId).collect(Collectors.toSet());
        if (!ids.equals(operations.keySet())
                || function.routes().stream().anyMatch(route -> route.caller() != authentication.kind())) {
            throw new IllegalArgumentException("operations and routes differ: " + function.name());
        }
        this.function = function;
        this.routes = new RouteTable(function.routes());
        this.authentication = authentication;
        this.operations = Map.copyOf(operations);
        this.counters = counters;
        this.clock = clock;
    }

    public APIGatewayProxyResponseEvent handle(APIGatewayProxyRequestEvent event) {
        try {
            return Responses.of(counted(answer(HttpRequest.of(event))));
        } catch (PolicyUnavailable e) {
            return Responses.of(unavailable());
        } catch (RuntimeException e) {
            return Responses.of(broken(event, e));
        }
    }

    private Answer answer(HttpRequest request) {
        return switch (routes.match(request.method(), request.path())) {
            case RouteTable.Match.Nowhere() -> Answer.notFound();
            case RouteTable.Match.OtherMethods(var allowed) -> otherMethods(String.join(", ", allowed));
            case RouteTable.Match.Found(var route, var parameters) ->
                request.bodyLength() > HttpRequest.MAX_BODY
                        ? Answer.refused(
                                ProblemType.TOO_LARGE, "A body has at most " + HttpRequest.MAX_BODY + " bytes.")
                        : authenticate(request, route, parameters);
        };
    }

    private Answer authenticate(HttpRequest request, Route route, Map<String, String> parameters) {
        return switch (authentication.verify(request)) {
            case Authentication.Verdict.Refused<C>() -> unauthenticated();
            case Authentication.Verdict.Unavailable<C>() -> unavailable();
            case Authentication.Verdict.Known<C>(var caller) -> read(caller, request, route, parameters);
        };
    }

    private Answer read(C caller, HttpRequest request, Route route, Map<String, String> parameters) {
        var operation = Objects.requireNonNull(operations.get(route.operationId()));
        if (!route.body()) {
            return operation.handle(caller, new Request(parameters, new Form(Map.of())));
        }
        if (request.header("Content-Type").filter(ApiEndpoint::isJson).isEmpty()) {
            return Answer.refused(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The content type must be application/json.");
        }
        return switch (StrictJson.parse(request.body())) {
            case StrictJson.Parsed.Malformed(var detail) -> Answer.refused(ProblemType.MALFORMED_JSON, detail);
            case StrictJson.Parsed.Members(var members) ->
                operation.handle(caller, new Request(parameters, new Form(members)));
        };
    }

    private static boolean isJson(String contentType) {
        var end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().equalsIgnoreCase(Responses.JSON);
    }

    private static Answer otherMethods(String allowed) {
        return new Answer.Refused(
                ProblemType.METHOD_NOT_ALLOWED,
                "Allowed here: " + allowed + ".",
                new JsonObject(),
                Map.of("Allow", allowed));
    }

    private static Answer unauthenticated() {
        return new Answer.Refused(
                ProblemType.UNAUTHENTICATED,
                "Send a valid token for this route in the Authorization header.",
                new JsonObject(),
                Map.of("WWW-Authenticate", "Bearer realm=\"passby\""));
    }

    private static Answer unavailable() {
        return new Answer.Refused(
                ProblemType.UNAVAILABLE,
                "What decides about this request cannot be read at the moment. Try again.",
                new JsonObject(),
                Map.of("Retry-After", RETRY_SECONDS));
    }

    /** The caller learns only a number; the log learns where it broke. */
    private Answer broken(APIGatewayProxyRequestEvent event, RuntimeException failure) {
        var context = event.getRequestContext();
        var correlationId = context == null || context.getRequestId() == null ? "unknown" : context.getRequestId();
        LOG.error("{} {} failed: {}", function.name(), correlationId, Failure.describe(failure));
        return Answer.refused(
                ProblemType.INTERNAL,
                "Tell the city's administrator the correlation id.",
                new JsonObject().with("correlationId", correlationId));
    }

    private Answer counted(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            if (refused.type() == ProblemType.UNAUTHENTICATED) {
                count(Count.REQUEST_UNAUTHENTICATED);
            } else if (refused.type() == ProblemType.TOO_MANY_REQUESTS) {
                count(Count.REQUEST_THROTTLED);
            }
        }
        return answer;
    }

    /** A lost count stops nothing, least of all a refusal. */
    private void count(Count count) {
        try {
            counters.add(count, clock.instant());
        } catch (RuntimeException e) {
            LOG.error("{} lost a count: {}", function.name(), Failure.describe(e));
        }
    }
}
