package passby.infra.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.form.Checked;
import passby.core.governance.CityParameters;
import passby.core.governance.ParameterForm;
import passby.core.policy.Parameter;
import passby.core.policy.StateProfile;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

/**
 * Parameters tried together (K1): CloudFormation's own rules in the template and the check of the deployment's first step judge every
 * combination alike, alert addresses among them; and whoever gave an address is told by e-mail, with any other parameters.
 */
final class ParametersTogetherTest {
    private static final List<String> ADDRESSES =
            List.of("", "on-call@city.example", "nobody", "a@b.example,c@d.example");
    private static final List<String> NETWORKS = List.of("", "192.0.2.0/24,198.51.100.7/32", "192.0.2.0");

    private final SynthesizedStack service = Templates.aws().service();

    private static Map<String, String> city(StateProfile profile) {
        var values = new HashMap<String, String>();
        Parameter.ofStack().forEach(parameter -> values.put(parameter.code(), parameter.preset()));
        values.put(Parameter.CITY.code(), "springfield");
        values.put(Parameter.AGENCY.code(), "Springfield Police Department");
        values.put(Parameter.AGENCY_ORI.code(), "XX0123400");
        values.put(Parameter.STATE_PROFILE.code(), profile.code());
        return values;
    }

    private static List<String> words(Parameter parameter, String... wrong) {
        return Stream.concat(parameter.allowed().stream(), Arrays.stream(wrong)).toList();
    }

    /** Every combination of retentions, engines' order, addresses and networks: some 4,000 for each profile. */
    private static void each(StateProfile profile, Consumer<Map<String, String>> tried) {
        for (var nonHits : words(Parameter.NON_HIT_RETENTION, "8d")) {
            for (var hits : words(Parameter.HIT_RETENTION, "forever")) {
                for (var order : words(Parameter.RECOGNIZER_ORDER)) {
                    for (var address : ADDRESSES) {
                        for (var networks : NETWORKS) {
                            var values = city(profile);
                            values.put(Parameter.NON_HIT_RETENTION.code(), nonHits);
                            values.put(Parameter.HIT_RETENTION.code(), hits);
                            values.put(Parameter.RECOGNIZER_ORDER.code(), order);
                            values.put(Parameter.ALERT_EMAIL.code(), address);
                            values.put(Parameter.OWN_NETWORKS.code(), networks);
                            tried.accept(values);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(StateProfile.class)
    void theTemplateAndTheCheckJudgeEveryCombinationAlike(StateProfile profile) {
        var template = new Judge(service.template());
        var differing = new ArrayList<Map<String, String>>();
        var taken = new ArrayList<Map<String, String>>();

        each(profile, values -> {
            var accepted = template.accepts(values);
            if (accepted != ParameterForm.parse(values) instanceof Checked.Valid<CityParameters>) {
                differing.add(values);
            }
            if (accepted) {
                taken.add(values);
            }
        });

        assertThat(differing).isEmpty();
        assertThat(taken)
                .isNotEmpty()
                .allSatisfy(values ->
                        assertThat(ADDRESSES.subList(0, 2)).contains(values.get(Parameter.ALERT_EMAIL.code())));
    }

    @Test
    void whatIsWrongWithSeveralIsToldOfEachAndWithAnAddressToo() {
        var values = city(StateProfile.NH);
        values.put(Parameter.NON_HIT_RETENTION.code(), "7d");
        values.put(Parameter.ALERT_EMAIL.code(), "nobody");
        values.put(Parameter.OWN_NETWORKS.code(), "192.0.2.0");

        var problems = ((Checked.Invalid<CityParameters>) ParameterForm.parse(values)).problems();

        assertThat(problems)
                .extracting(problem -> problem.field())
                .containsExactlyInAnyOrder("NonHitRetention", "AlertEmail", "OwnNetworks");
    }

    @Test
    void whoeverGaveAnAddressIsToldWithAnyOtherParameters() {
        var template = new Judge(service.template());
        var subscriptions = service.ofType("AWS::SNS::Subscription");

        each(StateProfile.DEFAULT, values -> {
            var address = values.getOrDefault(Parameter.ALERT_EMAIL.code(), "");
            assertThat(subscriptions).hasSize(1).allSatisfy((name, subscription) -> {
                assertThat(subscription
                                .path("Properties")
                                .path("Endpoint")
                                .path("Ref")
                                .asText())
                        .isEqualTo(Parameter.ALERT_EMAIL.code());
                assertThat(template.holds(subscription.path("Condition").asText(), values))
                        .isEqualTo(!address.isEmpty());
            });
        });
    }

    /** What CloudFormation computes before it touches anything: allowed values and patterns, rules, conditions. */
    private record Judge(JsonNode template) {
        boolean accepts(Map<String, String> values) {
            return Parameter.ofStack().stream()
                            .allMatch(parameter -> accepts(parameter.code(), values.getOrDefault(parameter.code(), "")))
                    && template.path("Rules").properties().stream().allMatch(rule -> holds(rule.getValue(), values));
        }

        private boolean accepts(String parameter, String value) {
            var declared = template.path("Parameters").path(parameter);
            return declared.has("AllowedValues")
                    ? Values.each(declared.path("AllowedValues")).contains(value)
                    : Pattern.matches(declared.path("AllowedPattern").asText(), value);
        }

        private boolean holds(JsonNode rule, Map<String, String> values) {
            return !isTrue(rule.path("RuleCondition"), values)
                    || Values.list(rule.path("Assertions")).stream()
                            .allMatch(assertion -> isTrue(assertion.path("Assert"), values));
        }

        boolean holds(String condition, Map<String, String> values) {
            return isTrue(template.path("Conditions").path(condition), values);
        }

        private static boolean isTrue(JsonNode node, Map<String, String> values) {
            var function = node.properties().iterator().next();
            var arguments = function.getValue();
            return switch (function.getKey()) {
                case "Fn::Not" -> !isTrue(arguments.get(0), values);
                case "Fn::Equals" -> word(arguments.get(0), values).equals(word(arguments.get(1), values));
                case "Fn::Contains" -> Values.each(arguments.get(0)).contains(word(arguments.get(1), values));
                default -> throw new AssertionError("a function that this test does not know: " + function.getKey());
            };
        }

        private static String word(JsonNode node, Map<String, String> values) {
            return node.has("Ref") ? values.getOrDefault(node.path("Ref").asText(), "") : node.asText();
        }
    }
}
