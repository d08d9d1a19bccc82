package passby.aws.capture;

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
import passby.aws.wiring.LambdaWiring;
import passby.aws.wiring.Wiring;
import passby.core.capture.ManageCameras;
import passby.core.ledger.Counters;
import passby.core.people.Caller;

/** The registry of cameras, as a system administrator keeps it and reviewers see it. */
public final class CamerasHandler implements ApiHandler {
    private static final String CAMERA_ID = "cameraId";

    private final ManageCameras keepCameras;
    private final ApiEndpoint<Caller> edge;

    /** As Lambda starts it. */
    public CamerasHandler() {
        this(LambdaWiring.of(Functions.CAMERAS));
    }

    public CamerasHandler(Wiring wiring) {
        this(wiring.people(), wiring.keepCameras(), wiring.counters(), wiring.clock());
    }

    public CamerasHandler(Authentication<Caller> people, ManageCameras keepCameras, Counters counters, Clock clock) {
        this.keepCameras = keepCameras;
        this.edge = new ApiEndpoint<>(
                Functions.CAMERAS,
                people,
                Map.of(
                        "viewCameras", this::view,
                        "registerCamera", this::register,
                        "addCameraKey", this::addKey,
                        "retireCamera", this::retire),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer view(Caller caller, Request request) {
        return answer(keepCameras.view(caller), 200);
    }

    private Answer register(Caller caller, Request request) {
        return answer(keepCameras.register(caller, request.body()), 201);
    }

    private Answer addKey(Caller caller, Request request) {
        return answer(keepCameras.addKey(caller, request.parameter(CAMERA_ID), request.body()), 201);
    }

    private Answer retire(Caller caller, Request request) {
        return answer(keepCameras.retire(caller, request.parameter(CAMERA_ID)), 200);
    }

    private static Answer answer(ManageCameras.Answer answer, int done) {
        return switch (answer) {
            case ManageCameras.Answer.Changed(var camera, var accepted) ->
                new Answer.Json(done, CameraJson.of(camera).with(accepted));
            case ManageCameras.Answer.Registry(var cameras, var accepted) ->
                Answer.ok(new JsonObject()
                        .with("cameras", cameras.stream().map(CameraJson::of).toList())
                        .with(accepted));
            case ManageCameras.Answer.Invalid(var problems, var accepted) -> Answer.invalid(problems, accepted);
            case ManageCameras.Answer.NotFound(var accepted) -> Answer.notFound(accepted);
            case ManageCameras.Answer.Conflict(var accepted) ->
                Answer.conflict(
                        "The id or key is taken, the camera is retired, or somebody else just changed it.", accepted);
            case ManageCameras.Answer.Denied(var denied) -> Answer.denied(denied);
        };
    }
}
