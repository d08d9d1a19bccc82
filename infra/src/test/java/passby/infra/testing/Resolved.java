package passby.infra.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of a template as CloudFormation would fill them in, where the names of AWS's own are the longest. */
public final class Resolved {
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Partition", "aws-us-gov",
            "AWS::Region", "ap-southeast-1",
            "AWS::AccountId", "123456789012",
            "AWS::URLSuffix", "amazonaws.com");

    private static final Set<String> FUNCTIONS =
            Set.of("Ref", "Fn::Sub", "Fn::GetAtt", "Fn::ImportValue", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::If");

    /** As long as the ARN of a key. */
    private static final String ELSEWHERE = "x".repeat(90);

    private Resolved() {}

    /** One that is a text. */
    public static String text(JsonNode value) {
        return resolved(value).asText();
    }

    /** Without white space, as quotas count it. */
    public static String json(JsonNode value) {
        return resolved(value).toString();
    }

    private static JsonNode resolved(JsonNode value) {
        var nodes = JsonNodeFactory.instance;
        if (value.isArray()) {
            var array = nodes.arrayNode();
            value.forEach(one -> array.add(resolved(one)));
            return array;
        }
        if (!value.isObject()) {
            return value;
        }
        if (value.size() == 1 && FUNCTIONS.contains(value.fieldNames().next())) {
            return nodes.textNode(
                    called(value.fieldNames().next(), value.elements().next()));
        }
        var object = nodes.objectNode();
        value.properties().forEach(member -> object.set(member.getKey(), resolved(member.getValue())));
        return object;
    }

    private static String called(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> PSEUDO.getOrDefault(argument.asText(), ELSEWHERE);
            case "Fn::Sub" -> substituted(argument.asText());
            case "Fn::Join" ->
                Values.list(argument.get(1)).stream()
                        .map(Resolved::text)
                        .collect(Collectors.joining(argument.get(0).asText()));
            default -> ELSEWHERE;
        };
    }

    private static String substituted(String text) {
        var filled = text;
        for (var pseudo : PSEUDO.entrySet()) {
            filled = filled.replace("${" + pseudo.getKey() + "}", pseudo.getValue());
        }
        return filled;
    }
}
