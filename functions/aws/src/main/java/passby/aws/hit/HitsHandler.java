package passby.aws.hit;

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
import passby.core.hit.HandleHits;
import passby.core.ledger.Counters;
import passby.core.people.Caller;

/** What officers do with hits: list them, look at one and its pictures, say what they saw. */
public final class HitsHandler implements ApiHandler {
    private static final String HIT_ID = "hitId";

    private final HandleHits workHits;
    private final ApiEndpoint<Caller> edge;

    /** As Lambda starts it. */
    public HitsHandler() {
        this(LambdaWiring.of(Functions.HITS));
    }

    public HitsHandler(Wiring wiring) {
        this(wiring.people(), wiring.workHits(), wiring.counters(), wiring.clock());
    }

    public HitsHandler(Authentication<Caller> people, HandleHits workHits, Counters counters, Clock clock) {
        this.workHits = workHits;
        this.edge = new ApiEndpoint<>(
                Functions.HITS,
                people,
                Map.of(
                        "listHits", this::list,
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
        return answer(workHits.list(caller), 200);
    }

    private Answer view(Caller caller, Request request) {
        return answer(workHits.view(caller, request.parameter(HIT_ID)), 200);
    }

    private Answer picture(Caller caller, Request request) {
        return answer(workHits.picture(caller, request.parameter(HIT_ID), request.parameter("kind")), 200);
    }

    private Answer step(Caller caller, Request request) {
        return answer(workHits.step(caller, request.parameter(HIT_ID), request.body()), 201);
    }

    private static Answer answer(HandleHits.Answer answer, int done) {
        return switch (answer) {
            case HandleHits.Answer.Listed(var hits, var accepted) ->
                Answer.ok(new JsonObject()
                        .with("hits", hits.stream().map(HitJson::of).toList())
                        .with(accepted));
            case HandleHits.Answer.Shown(var hit, var accepted) ->
                new Answer.Json(done, HitJson.of(hit).with(accepted));
            case HandleHits.Answer.Picture(var jpeg, var reader, var accepted) ->
                new Answer.Picture(jpeg, reader, accepted);
            case HandleHits.Answer.Invalid(var problems, var accepted) -> Answer.invalid(problems, accepted);
            case HandleHits.Answer.NotFound(var accepted) -> Answer.notFound(accepted);
            case HandleHits.Answer.PictureNotSeen(var accepted) ->
                Answer.refused(
                        ProblemType.PICTURE_NOT_SEEN,
                        "Open the hit's picture first, then say what is on it.",
                        new JsonObject().with(accepted));
            case HandleHits.Answer.Conflict(var state, var accepted) ->
                Answer.refused(
                        ProblemType.CONFLICT,
                        "The hit was matched or rejected already, or another officer took a step at the same moment.",
                        new JsonObject().with("state", state.code()).with(accepted));
            case HandleHits.Answer.Denied(var denied) -> Answer.denied(denied);
        };
    }
}
