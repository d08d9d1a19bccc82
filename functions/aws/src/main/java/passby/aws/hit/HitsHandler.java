package passby.aws.hit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import passby.aws.api.AlertFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.hit.HandleHits;
import passby.core.hit.Hit;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.request.Result;

/** What officers do with hits: list them, look at one and its pictures, say what they saw. */
public final class HitsHandler implements ApiHandler {
    private static final String HIT_ID = "hitId";

    private final HandleHits handleHits;
    private final ApiEndpoint<Caller> edge;

    public HitsHandler(Authentication<Caller> people, HandleHits handleHits, Counters counters, Clock clock) {
        this.handleHits = handleHits;
        this.edge = new ApiEndpoint<>(
                AlertFunctions.HITS,
                people,
                Map.of(
                        "listHits", this::list,
                        "listOlderHits", this::listOlder,
                        "viewHit", this::view,
                        "streamHitPicture", this::picture,
                        "stepHit", this::step),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer list(Caller caller, Request request) {
        return answer(handleHits.list(caller));
    }

    private Answer listOlder(Caller caller, Request request) {
        return answer(handleHits.listOlder(caller, request.parameter(HIT_ID)));
    }

    private static Answer answer(Result<List<Hit>> open) {
        return Answer.of(
                open,
                (hits, accepted) -> Answer.ok(new JsonObject()
                        .with("hits", hits.stream().map(HitJson::of).toList())
                        .with(accepted)));
    }

    private Answer view(Caller caller, Request request) {
        return Answer.of(
                handleHits.view(caller, request.parameter(HIT_ID)),
                (hit, accepted) -> Answer.ok(HitJson.of(hit).with(accepted)));
    }

    private Answer picture(Caller caller, Request request) {
        return Answer.picture(handleHits.picture(caller, request.parameter(HIT_ID), request.parameter("kind")));
    }

    private Answer step(Caller caller, Request request) {
        return Answer.of(
                handleHits.step(caller, request.parameter(HIT_ID), request.body()),
                (hit, accepted) -> Answer.created(HitJson.of(hit).with(accepted)));
    }
}
