package passby.aws.transparency;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import passby.aws.api.Functions;
import passby.aws.api.OpenApi;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Authentication.Anyone;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;

/** What anybody may ask: whether the city answers, and how to talk to it. */
public final class PublicHandler implements ApiHandler {
    private final Counters counters;
    private final Clock clock;
    private final ApiEndpoint<Anyone> edge;

    public PublicHandler(Counters counters, Clock clock) {
        this.counters = counters;
        this.clock = clock;
        this.edge = new ApiEndpoint<>(
                Functions.PUBLIC_FILES,
                Authentication.none(),
                Map.of("health", this::health, "openApi", this::openApi),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return answer(event);
    }

    /** The same without a context, which no answer depends on. */
    public APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent event) {
        return edge.handle(event);
    }

    private Answer health(Anyone anyone, Request request) {
        counters.add(Count.HEALTH, clock.instant());
        return Answer.ok(new JsonObject().with("status", "up"));
    }

    private Answer openApi(Anyone anyone, Request request) {
        counters.add(Count.PUBLIC_FILE, clock.instant());
        return new Answer.Document("application/json", OpenApi.document());
    }
}
