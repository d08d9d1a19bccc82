package passby.aws.transparency;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import passby.aws.api.OpenApi;
import passby.aws.api.PublicFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Authentication.Anyone;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.delivery.AlertReach;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.lists.CachedLists;
import passby.core.lists.ListSource;
import passby.core.lists.ListVersion;

/** What anybody may ask: whether the city answers and reaches its officers, whose lists it takes, and how to talk to it. */
public final class PublicHandler implements ApiHandler {
    private final Counters counters;
    private final AlertReach reach;
    private final CachedLists lists;
    private final Clock clock;
    private final ApiEndpoint<Anyone> edge;

    public PublicHandler(Counters counters, AlertReach reach, CachedLists lists, Clock clock) {
        this.counters = counters;
        this.reach = reach;
        this.lists = lists;
        this.clock = clock;
        this.edge = new ApiEndpoint<>(
                PublicFunctions.PUBLIC_FILES,
                Authentication.none(),
                Map.of("health", this::health, "listPublicLists", this::publicLists, "openApi", this::openApi),
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
        return Answer.ok(
                new JsonObject().with("status", "up").with("alerts", reach.isReached() ? "REACHED" : "UNREACHED"));
    }

    private Answer publicLists(Anyone anyone, Request request) {
        var now = clock.instant();
        counters.add(Count.PUBLIC_FILE, now);
        var armed = lists.armed().stream().map(source -> json(source, now)).toList();
        return Answer.ok(new JsonObject().with("lists", armed));
    }

    /** Nothing of who decided, nor of the files to come. */
    private static JsonObject json(ListSource source, Instant now) {
        var active = source.active();
        return new JsonObject()
                .with("source", source.source())
                .with("agency", source.agency())
                .with("alerting", source.alertsAt(now))
                .with("maxAgeHours", source.maxAge().toHours())
                .with("received", active == null ? null : active.received())
                .with("entries", active == null ? null : active.entries())
                .with("refusedRows", active == null ? List.of() : refusedRows(active));
    }

    private static List<JsonObject> refusedRows(ListVersion version) {
        return version.refused().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(refused -> new JsonObject()
                        .with("fileCode", String.valueOf(refused.getKey().letter()))
                        .with("rows", refused.getValue()))
                .toList();
    }

    private Answer openApi(Anyone anyone, Request request) {
        counters.add(Count.PUBLIC_FILE, clock.instant());
        return new Answer.Document("application/json", OpenApi.document());
    }
}
