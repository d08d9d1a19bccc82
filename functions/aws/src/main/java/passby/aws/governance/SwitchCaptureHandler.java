package passby.aws.governance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import passby.aws.json.JsonObject;
import passby.aws.json.StrictJson;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.governance.SwitchCapture;

/** Switches capture off, or asks for it to be switched on, as an administrator of the AWS account says (scripts/capture). */
public final class SwitchCaptureHandler implements RequestStreamHandler {
    private final SwitchCapture switchCapture;

    public SwitchCaptureHandler(SwitchCapture switchCapture) {
        this.switchCapture = switchCapture;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(answer(input.readAllBytes()).string().getBytes(StandardCharsets.UTF_8));
    }

    private JsonObject answer(byte[] body) {
        return switch (StrictJson.parse(body)) {
            case StrictJson.Parsed.Malformed(var detail) -> invalid(List.of(new Problem("", "malformed", detail)));
            case StrictJson.Parsed.Members(var members) -> answer(switchCapture.handle(new Form(members)));
        };
    }

    private static JsonObject answer(SwitchCapture.Answer answer) {
        return switch (answer) {
            case SwitchCapture.Answer.InForce(var policy) ->
                new JsonObject().with("capture", policy.capture().code()).with("version", policy.version());
            case SwitchCapture.Answer.Waiting(var request) ->
                new JsonObject().with("capture", "off").with("requestId", request.requestId());
            case SwitchCapture.Answer.Invalid(var problems) -> invalid(problems);
        };
    }

    private static JsonObject invalid(List<Problem> problems) {
        var all = problems.stream()
                .map(problem -> new JsonObject()
                        .with("field", problem.field())
                        .with("code", problem.code())
                        .with("message", problem.message()))
                .toList();
        return new JsonObject().with("problems", all);
    }
}
