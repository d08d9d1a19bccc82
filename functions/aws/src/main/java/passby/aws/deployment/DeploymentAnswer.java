package passby.aws.deployment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import passby.aws.json.JsonObject;
import passby.core.form.Problem;

/** What a custom resource answers. */
public sealed interface DeploymentAnswer {
    /** CloudFormation takes no more. */
    int MAX_BYTES = 4096;

    /** @param data by name, for the template's {@code Fn::GetAtt} and the stack's events */
    record Succeeded(Map<String, String> data) implements DeploymentAnswer {
        public Succeeded {
            data = Map.copyOf(data);
        }
    }

    /**
     * The deployment fails and rolls back.
     *
     * @param sentence that the administrator reads in the stack's events
     */
    record Failed(String sentence) implements DeploymentAnswer {}

    static DeploymentAnswer refused(List<Problem> problems) {
        return new Failed(problems.stream()
                .map(problem -> problem.field() + ": " + problem.message())
                .collect(Collectors.joining(" | ")));
    }

    /** The answer as CloudFormation reads it, at most {@link #MAX_BYTES}: what is too long is cut, its sentences first. */
    static byte[] body(DeploymentEvent event, DeploymentAnswer answer) {
        var length = MAX_BYTES;
        var body = body(event, answer, length);
        while (body.length > MAX_BYTES) {
            length = length * 3 / 4;
            body = body(event, answer, length);
        }
        return body;
    }

    private static byte[] body(DeploymentEvent event, DeploymentAnswer answer, int length) {
        var body = new JsonObject()
                .with("StackId", event.stackId())
                .with("RequestId", event.requestId())
                .with("LogicalResourceId", event.logicalResourceId())
                .with("PhysicalResourceId", event.stableId());
        switch (answer) {
            case Succeeded(var data) -> {
                var cut = new JsonObject();
                new TreeMap<>(data).forEach((name, value) -> cut.with(name, cut(value, length)));
                body.with("Status", "SUCCESS").with("Data", cut);
            }
            case Failed(var sentence) -> body.with("Status", "FAILED").with("Reason", cut(sentence, length));
        }
        return body.string().getBytes(StandardCharsets.UTF_8);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "…";
    }
}
