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
import passby.aws.api.PublicFunctions;
import passby.aws.api.Route;
import passby.local.lambda.LocalFunction;

/** Sends each request to the function whose route has its path, by the one list of functions: what the gateway is in AWS. */
final class ApiFront implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private record Way(Pattern path, RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> to) {}

    private final List<Way> ways = new ArrayList<>();
    private final RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> otherwise;

    /**
     * @param routed the functions with routes
     * @param functions by name, with these among them
     */
    ApiFront(List<FunctionSpec> routed, Map<String, LocalFunction> functions) {
        for (var function : routed) {
            for (var route : function.routes()) {
                ways.add(new Way(pattern(route), handler(functions, function)));
            }
        }
        this.otherwise = handler(functions, PublicFunctions.PUBLIC_FILES);
    }

    private static RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler(
            Map<String, LocalFunction> functions, FunctionSpec function) {
        return Objects.requireNonNull(functions.get(function.name()), function.name())
                .behindGateway();
    }

    private static Pattern pattern(Route route) {
        return Pattern.compile(route.pathWith("[^/]+"));
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
