package passby.aws.governance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import passby.aws.api.Metric;
import passby.aws.deployment.AnswerUrls;
import passby.aws.deployment.CustomResource;
import passby.aws.deployment.DeploymentAnswer;
import passby.aws.measure.Metrics;
import passby.core.governance.ApplyCityParameters;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.policy.RecognizerOrder;

/**
 * The last custom resource of the stack: the parameters become the policy, or wait for two people. Waiting is no failure of
 * a deployment.
 */
public final class RequestPolicyHandler implements RequestStreamHandler {
    private final ApplyCityParameters governCity;
    private final Metrics metrics;
    private final CustomResource resource;

    /** @param metrics are told with each deployment what the daily check tells later: a city's first day is watched too */
    public RequestPolicyHandler(ApplyCityParameters governCity, Metrics metrics, AnswerUrls answers) {
        this.governCity = governCity;
        this.metrics = metrics;
        this.resource = new CustomResource(this::request, answers, CustomResource.PATIENCE);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream nothing, Context context) {
        resource.handle(event);
    }

    /** Whether Rekognition was asked for and is not used: nothing proves the opt-out. */
    private static boolean isTakenAway(Map<String, String> parameters, EffectivePolicy policy) {
        var asked = parameters.getOrDefault(Parameter.RECOGNIZER_ORDER.code(), Parameter.RECOGNIZER_ORDER.preset());
        return policy.order() == RecognizerOrder.CONTAINER_ONLY && !asked.equals(RecognizerOrder.CONTAINER_ONLY.code());
    }

    private DeploymentAnswer request(Map<String, String> parameters, String origin) {
        return switch (governCity.handle(parameters, origin)) {
            case ApplyCityParameters.Answer.Refused(var problems) -> DeploymentAnswer.refused(problems);
            case ApplyCityParameters.Answer.Governed(var policy, var changed, var pending, var notes) -> {
                metrics.put(Metric.OPT_OUT_MISSING, pending == null && isTakenAway(parameters, policy) ? 1 : 0);
                yield new DeploymentAnswer.Succeeded(Map.of(
                        "PolicyVersion", String.valueOf(policy.version()),
                        "PolicyHash", policy.hash(),
                        "Changed", String.valueOf(changed.size()),
                        "Pending", pending == null ? "" : pending.requestId(),
                        "Notes", String.join(" ", notes)));
            }
        };
    }
}
