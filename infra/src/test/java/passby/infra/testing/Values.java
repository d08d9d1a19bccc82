package passby.infra.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values of a template as texts: functions of CloudFormation become the places that they fill. */
public final class Values {
    private Values() {}

    public static String text(JsonNode value) {
        if (!value.isObject()) {
            return value.asText();
        }
        var function = value.properties().iterator().next();
        var argument = function.getValue();
        return switch (function.getKey()) {
            case "Fn::Sub" -> argument.asText();
            case "Ref" -> "${" + argument.asText() + "}";
            case "Fn::GetAtt" ->
                "${" + argument.get(0).asText() + "." + argument.get(1).asText() + "}";
            case "Fn::ImportValue" -> "${import " + text(argument) + "}";
            case "Fn::Join" ->
                each(argument.get(1)).stream()
                        .collect(Collectors.joining(argument.get(0).asText()));
            default -> throw new AssertionError("a function that tests do not know: " + function.getKey());
        };
    }

    /** One or several values. */
    public static List<String> each(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(Values::text)
                        .toList()
                : List.of(text(value));
    }

    public static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
