package passby.local.city;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.Route;

/** Sends each request to the function whose route has its path, by the one list of functions: what the gateway is in AWS. */
final class ApiFront implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private record Way(Pattern path, RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> to) {}

    private final List<Way> ways = new ArrayList<>();
    private final RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> otherwise;

    /** @param handlers of every function with routes, by its name */
    ApiFront(Map<String, RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>> handlers) {
        for (var function : Functions.ALL) {
            for (var route : function.routes()) {
                ways.add(new Way(pattern(route), handler(handlers, function)));
            }
        }
        this.otherwise = handler(handlers, Functions.PUBLIC_FILES);
    }

    private static RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler(
            Map<String, RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>> handlers,
            FunctionSpec function) {
        return Objects.requireNonNull(handlers.get(function.name()), function.name());
    }

    private static Pattern pattern(Route route) {
        return Pattern.compile(route.path().replaceAll("\\{[^}]+}", "[^/]+"));
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return ways.stream()
                .filter(way -> way.path().matcher(event.getPath()).matches())
                .findFirst()
                .map(Way::to)
                .orElse(otherwise)
                .handleRequest(event, context);
    }
}
