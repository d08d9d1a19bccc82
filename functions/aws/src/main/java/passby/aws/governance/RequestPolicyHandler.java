package passby.aws.governance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import passby.aws.deployment.AnswerUrls;
import passby.aws.deployment.CustomResource;
import passby.aws.deployment.DeploymentAnswer;
import passby.core.governance.ApplyCityParameters;

/**
 * The last custom resource of the stack: the parameters become the policy, or wait for two people. Waiting is no failure of
 * a deployment.
 */
public final class RequestPolicyHandler implements RequestStreamHandler {
    private final ApplyCityParameters governCity;
    private final CustomResource resource;

    public RequestPolicyHandler(ApplyCityParameters governCity, AnswerUrls answers) {
        this.governCity = governCity;
        this.resource = new CustomResource(this::request, answers, CustomResource.PATIENCE);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream nothing, Context context) {
        resource.handle(event);
    }

    private DeploymentAnswer request(Map<String, String> parameters, String origin) {
        return switch (governCity.handle(parameters, origin)) {
            case ApplyCityParameters.Answer.Refused(var problems) -> DeploymentAnswer.refused(problems);
            case ApplyCityParameters.Answer.Governed(var policy, var changed, var pending, var notes) ->
                new DeploymentAnswer.Succeeded(Map.of(
                        "PolicyVersion", String.valueOf(policy.version()),
                        "PolicyHash", policy.hash(),
                        "Changed", String.valueOf(changed.size()),
                        "Pending", pending == null ? "" : pending.requestId(),
                        "Notes", String.join(" ", notes)));
        };
    }
}
