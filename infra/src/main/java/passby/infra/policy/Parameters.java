package passby.infra.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import passby.core.policy.Parameter;
import passby.infra.naming.CamelCase;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * What a city may set without a toolchain, each with its sentence and its bounds, grouped as the console shows them. No name
 * and no environment variable of the stack holds one: only the custom resources see them.
 */
public final class Parameters extends Construct {
    private final Map<Parameter, CfnParameter> parameters = new EnumMap<>(Parameter.class);

    public Parameters(Construct scope) {
        super(scope, "Parameters");
        for (var parameter : Parameter.ofStack()) {
            parameters.put(parameter, declared(parameter));
        }
        Stack.of(this).getTemplateOptions().setMetadata(Map.of("AWS::CloudFormation::Interface", form()));
    }

    /** A reference to its value. */
    public String value(Parameter parameter) {
        return Objects.requireNonNull(parameters.get(parameter)).getValueAsString();
    }

    /** References to all, by their words. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (var parameter : Parameter.ofStack()) {
            values.put(parameter.code(), value(parameter));
        }
        return values;
    }

    private CfnParameter declared(Parameter parameter) {
        var declared = CfnParameter.Builder.create(this, parameter.code())
                .type("String")
                .description(parameter.sentence());
        if (parameter.allowed().isEmpty()) {
            declared.allowedPattern("^(" + parameter.pattern() + ")$").constraintDescription(parameter.sentence());
        } else {
            declared.allowedValues(parameter.allowed())
                    .constraintDescription("One of " + String.join(", ", parameter.allowed()) + ".");
        }
        if (!parameter.preset().isEmpty() || parameter.mayBeEmpty()) {
            declared.defaultValue(parameter.preset());
        }
        var made = declared.build();
        made.overrideLogicalId(parameter.code());
        return made;
    }

    private static Map<String, Object> form() {
        var groups = new LinkedHashMap<String, List<String>>();
        for (var parameter : Parameter.ofStack()) {
            groups.computeIfAbsent(parameter.group(), _ -> new ArrayList<>()).add(parameter.code());
        }
        return Map.of(
                "ParameterGroups",
                groups.entrySet().stream()
                        .map(group ->
                                Map.of("Label", Map.of("default", group.getKey()), "Parameters", group.getValue()))
                        .toList(),
                "ParameterLabels",
                Parameter.ofStack().stream()
                        .collect(Collectors.toMap(
                                Parameter::code, parameter -> Map.of("default", label(parameter.code())))));
    }

    /** {@code NonHitRetention} as {@code Non hit retention}. */
    private static String label(String word) {
        var spaced = CamelCase.spaced(word);
        return spaced.charAt(0) + spaced.substring(1).toLowerCase(Locale.ROOT);
    }
}
