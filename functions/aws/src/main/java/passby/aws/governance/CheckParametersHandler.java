package passby.aws.governance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import passby.aws.deployment.AnswerUrls;
import passby.aws.deployment.CustomResource;
import passby.aws.deployment.DeploymentAnswer;
import passby.core.form.Checked;
import passby.core.governance.CityParameters;
import passby.core.governance.ParameterForm;
import passby.core.policy.PolicyDocuments;

/** The first custom resource of the stack: refuses parameters that the law or another city forbids, and writes nothing. */
public final class CheckParametersHandler implements RequestStreamHandler {
    private final PolicyDocuments documents;
    private final Clock clock;
    private final CustomResource resource;

    public CheckParametersHandler(PolicyDocuments documents, Clock clock, AnswerUrls answers) {
        this.documents = documents;
        this.clock = clock;
        this.resource = new CustomResource(this::check, answers, CustomResource.PATIENCE);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream nothing, Context context) {
        resource.handle(event);
    }

    private DeploymentAnswer check(Map<String, String> parameters, String origin) {
        return switch (ParameterForm.parse(parameters, documents.find().orElse(null))) {
            case Checked.Invalid<CityParameters>(var problems) -> DeploymentAnswer.refused(problems);
            case Checked.Valid<CityParameters>(var valid) ->
                new DeploymentAnswer.Succeeded(Map.of(
                        "Notes",
                        String.join(
                                " ", valid.profile().warnings(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))));
        };
    }
}
