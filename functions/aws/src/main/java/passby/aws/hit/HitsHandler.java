package passby.aws.hit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import passby.aws.api.Functions;
import passby.aws.http.Answer;
import passby.aws.http.Authentication;
import passby.aws.http.Edge;
import passby.aws.http.JsonObject;
import passby.aws.http.ProblemType;
import passby.aws.http.Request;
import passby.core.hit.HitId;
import passby.core.hit.WorkHits;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.recognition.PictureKind;

/** What officers do with hits: list them, look at one and its pictures, say what they saw. */
public final class HitsHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final WorkHits workHits;
    private final Edge<Caller> edge;

    public HitsHandler(Authentication<Caller> people, WorkHits workHits, Counters counters, Clock clock) {
        this.workHits = workHits;
        this.edge = new Edge<>(
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
        return withHit(request, hitId -> answer(workHits.view(caller, hitId), 200));
    }

    private Answer picture(Caller caller, Request request) {
        return PictureKind.parse(request.parameter("kind"))
                .map(kind -> withHit(request, hitId -> answer(workHits.picture(caller, hitId, kind), 200)))
                .orElseGet(Answer::notFound);
    }

    private Answer step(Caller caller, Request request) {
        return withHit(request, hitId -> answer(workHits.step(caller, hitId, request.body()), 201));
    }

    /** What cannot be a hit's id is nobody's. */
    private static Answer withHit(Request request, Function<HitId, Answer> use) {
        return Optional.of(request.parameter("hitId"))
                .filter(id -> HitId.FORM.matcher(id).matches())
                .map(HitId::new)
                .map(use)
                .orElseGet(Answer::notFound);
    }

    private static Answer answer(WorkHits.Answer answer, int done) {
        return switch (answer) {
            case WorkHits.Answer.Listed(var hits, var accepted) ->
                Answer.ok(new JsonObject()
                        .with("hits", hits.stream().map(HitJson::of).toList())
                        .with(accepted));
            case WorkHits.Answer.Shown(var hit, var accepted) ->
                new Answer.Json(done, HitJson.of(hit).with(accepted));
            case WorkHits.Answer.Picture(var jpeg, var reader, var accepted) ->
                new Answer.Picture(jpeg, reader, accepted);
            case WorkHits.Answer.Invalid(var problems) -> Answer.invalid(problems);
            case WorkHits.Answer.NotFound() -> Answer.notFound();
            case WorkHits.Answer.PictureNotSeen() ->
                Answer.refused(ProblemType.PICTURE_NOT_SEEN, "Open the hit's picture first, then say what is on it.");
            case WorkHits.Answer.Conflict(var state) ->
                Answer.refused(
                        ProblemType.CONFLICT,
                        "The hit was matched or rejected already, or another officer took a step at the same moment.",
                        new JsonObject().with("state", state.word()));
            case WorkHits.Answer.Denied(var denied) -> Answer.denied(denied);
        };
    }
}
