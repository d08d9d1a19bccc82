package passby.aws.capture;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import passby.aws.api.CaptureFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.capture.Camera;
import passby.core.capture.ManageCameras;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.request.Result;

/** The registry of cameras, as a system administrator keeps it and reviewers see it. */
public final class CamerasHandler implements ApiHandler {
    private static final String CAMERA_ID = "cameraId";

    private final ManageCameras manageCameras;
    private final ApiEndpoint<Caller> edge;

    public CamerasHandler(Authentication<Caller> people, ManageCameras manageCameras, Counters counters, Clock clock) {
        this.manageCameras = manageCameras;
        this.edge = new ApiEndpoint<>(
                CaptureFunctions.CAMERAS,
                people,
                Map.of(
                        "viewCameras", this::view,
                        "registerCamera", this::register,
                        "addCameraKey", this::addKey,
                        "retireCamera", this::retire,
                        "suspendCamera", this::suspend,
                        "resumeCamera", this::resume,
                        "changeCaptions", this::changeCaptions,
                        "clearQuarantine", this::clear,
                        "optInCamera", this::optIn,
                        "optOutCamera", this::optOut),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer view(Caller caller, Request request) {
        return Answer.of(
                manageCameras.view(caller),
                (cameras, accepted) -> Answer.ok(new JsonObject()
                        .with("cameras", cameras.stream().map(CameraJson::seen).toList())
                        .with(accepted)));
    }

    private Answer register(Caller caller, Request request) {
        return created(manageCameras.register(caller, request.body()));
    }

    private Answer addKey(Caller caller, Request request) {
        return created(manageCameras.addKey(caller, request.parameter(CAMERA_ID), request.body()));
    }

    private Answer retire(Caller caller, Request request) {
        return changed(manageCameras.retire(caller, request.parameter(CAMERA_ID)));
    }

    private Answer suspend(Caller caller, Request request) {
        return changed(manageCameras.suspend(caller, request.parameter(CAMERA_ID), request.body()));
    }

    private Answer resume(Caller caller, Request request) {
        return changed(manageCameras.resume(caller, request.parameter(CAMERA_ID)));
    }

    private Answer changeCaptions(Caller caller, Request request) {
        return changed(manageCameras.changeCaptions(caller, request.parameter(CAMERA_ID), request.body()));
    }

    private Answer clear(Caller caller, Request request) {
        return changed(manageCameras.clear(caller, request.parameter(CAMERA_ID)));
    }

    private Answer optIn(Caller caller, Request request) {
        return changed(manageCameras.optIn(caller, request.parameter(CAMERA_ID), request.body()));
    }

    private Answer optOut(Caller caller, Request request) {
        return changed(manageCameras.optOut(caller, request.parameter(CAMERA_ID)));
    }

    private static Answer changed(Result<Camera> result) {
        return Answer.of(
                result, (camera, accepted) -> Answer.ok(CameraJson.of(camera).with(accepted)));
    }

    private static Answer created(Result<Camera> result) {
        return Answer.of(
                result,
                (camera, accepted) -> Answer.created(CameraJson.of(camera).with(accepted)));
    }
}
