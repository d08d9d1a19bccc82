package passby.aws.plate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import passby.aws.deployment.AnswerUrls;
import passby.aws.deployment.CustomResource;
import passby.aws.deployment.DeploymentAnswer;

/** Makes the city's key at the first deployment, and never again: stored plate keys are worthless under another one. */
public final class MakeCityKeyHandler implements RequestStreamHandler {
    private final CustomResource resource;

    public MakeCityKeyHandler(WrappedCityKeys keys, AnswerUrls answers) {
        this.resource = new CustomResource(
                (parameters, origin) -> new DeploymentAnswer.Succeeded(Map.of("Made", String.valueOf(keys.make()))),
                answers,
                CustomResource.PATIENCE);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream nothing, Context context) {
        resource.handle(event);
    }
}
