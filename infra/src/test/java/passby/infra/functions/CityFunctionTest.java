package passby.infra.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.Setting;
import passby.aws.api.Trigger;
import passby.core.policy.Parameter;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

final class CityFunctionTest {
    private final SynthesizedStack service = Templates.aws().service();

    static Stream<FunctionSpec> everyFunction() {
        return Functions.ALL.stream();
    }

    static Stream<FunctionSpec> everyFunctionWithASnapshot() {
        return everyFunction().filter(FunctionSpec::hasSnapshot);
    }

    @Test
    void everyFunctionOfTheListIsThereWithTheRecognizerAndNoOther() {
        var names = service.properties("AWS::Lambda::Function")
                .map(function -> function.path("FunctionName").asText())
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Functions.ALL.stream().map(FunctionSpec::name), Stream.of("Recognizer"))
                                .map(name -> "passby-" + name)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void itIsStartedByTheOneStarterWhichItsEnvironmentTellsWhichItIs(FunctionSpec spec) {
        var function = function(spec);

        assertThat(function.path("Handler").asText()).isEqualTo("passby.aws.function.FunctionStarter");
        assertThat(function.path("Environment")
                        .path("Variables")
                        .path("PASSBY_FUNCTION")
                        .asText())
                .isEqualTo(spec.name());
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void itRunsOnTheRuntimeThatItIsBuiltFor(FunctionSpec spec) {
        var function = function(spec);

        assertThat(function.path("Runtime").asText()).isEqualTo("java25");
        assertThat(Values.each(function.path("Architectures"))).containsExactly("arm64");
        assertThat(function.path("MemorySize").asInt()).isEqualTo(spec.size().memoryMb());
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void itsEnvironmentIsItsSettingsAndNoParameterOfTheCity(FunctionSpec spec) {
        var environment = function(spec).path("Environment").path("Variables");

        assertThat(names(environment))
                .isEqualTo(
                        spec.settings().stream().map(Setting::variable).collect(Collectors.toCollection(TreeSet::new)));
        for (var parameter : Parameter.ofStack()) {
            assertThat(environment.toString()).doesNotContain("{\"Ref\":\"" + parameter.code() + "\"}");
        }
    }

    @Test
    void noResourceButTheCustomOnesTheSubscriptionAndTheFirewallSeesAParameter() {
        var seers = service.resources()
                .filter(resource -> Parameter.ofStack().stream()
                        .anyMatch(parameter ->
                                resource.getValue().toString().contains("{\"Ref\":\"" + parameter.code() + "\"}")))
                .map(resource -> resource.getValue().path("Type").asText());

        assertThat(seers)
                .containsExactlyInAnyOrder(
                        "Custom::CheckParameters",
                        "Custom::RequestPolicy",
                        "AWS::SNS::Subscription",
                        "AWS::CloudFormation::Stack");
    }

    @ParameterizedTest
    @MethodSource("everyFunctionWithASnapshot")
    void itsSnapshotIsOfAPublishedVersionThatItsAliasNames(FunctionSpec spec) {
        var id = logicalId(spec);

        assertThat(function(spec).path("SnapStart").path("ApplyOn").asText()).isEqualTo("PublishedVersions");
        assertThat(service.properties("AWS::Lambda::Version"))
                .anyMatch(version -> Values.text(version.path("FunctionName")).equals("${" + id + "}"));
        assertThat(service.properties("AWS::Lambda::Alias")
                        .filter(alias -> Values.text(alias.path("FunctionName")).equals("${" + id + "}")))
                .singleElement()
                .satisfies(alias -> {
                    assertThat(alias.path("Name").asText()).isEqualTo("live");
                    var version = alias.path("FunctionVersion")
                            .path("Fn::GetAtt")
                            .get(0)
                            .asText();
                    assertThat(service.resource(version).path("Type").asText()).isEqualTo("AWS::Lambda::Version");
                });
    }

    @Test
    void aSnapshotWithoutAPublishedVersionIsNowhere() {
        var published = service.properties("AWS::Lambda::Version")
                .map(version -> version.path("FunctionName").path("Ref").asText())
                .toList();

        assertThat(service.ofType("AWS::Lambda::Function").entrySet())
                .allMatch(function -> function.getValue().path("Properties").has("SnapStart")
                        == published.contains(function.getKey()));
    }

    @ParameterizedTest
    @MethodSource("everyFunctionWithASnapshot")
    void whateverTriggersItNamesTheAlias(FunctionSpec spec) {
        var direct = "{\"Fn::GetAtt\":[\"" + logicalId(spec) + "\",\"Arn\"]}";

        var triggers = Stream.of(
                        "AWS::ApiGateway::Method",
                        "AWS::Events::Rule",
                        "AWS::Lambda::EventSourceMapping",
                        "AWS::Lambda::Permission")
                .flatMap(service::properties)
                .map(JsonNode::toString)
                .toList();

        assertThat(triggers).noneMatch(trigger -> trigger.contains(direct));
        assertThat(triggers).anyMatch(trigger -> trigger.contains("\"" + spec.name() + "Live"));
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void itsLogIsEncryptedAndKeptForAYear(FunctionSpec spec) {
        var log = Templates.aws()
                .data()
                .properties("AWS::Logs::LogGroup", "LogGroupName", "/aws/lambda/passby-" + spec.name());

        assertThat(log.path("RetentionInDays").asInt()).isEqualTo(365);
        assertThat(Values.text(log.path("KmsKeyId"))).contains("KeysLogs");
    }

    @Test
    void whatFunctionsWroteOutlivesThem() {
        assertThat(service.ofType("AWS::Logs::LogGroup")).isEmpty();
        assertThat(Templates.aws().data().ofType("AWS::Logs::LogGroup").values())
                .hasSize(Functions.ALL.size() + 2)
                .allSatisfy(log -> {
                    assertThat(log.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
                    assertThat(log.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
                });
    }

    @Test
    void aFailedMinuteIsNotTriedAgainAndWaitsForNobody() {
        var minutes = Functions.ALL.stream()
                .filter(spec -> spec.trigger() instanceof Trigger.EveryMinute)
                .toList();

        var retries = service.properties("AWS::Lambda::EventInvokeConfig").toList();

        assertThat(retries).hasSameSizeAs(minutes).allSatisfy(config -> {
            assertThat(config.path("MaximumRetryAttempts").asInt(-1)).isZero();
            assertThat(config.path("MaximumEventAgeInSeconds").asInt()).isEqualTo(60);
            assertThat(config.path("Qualifier").asText()).isEqualTo("live");
        });
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void aFailureThatNobodyWaitsForIsKept(FunctionSpec spec) {
        var alone =
                switch (spec.trigger()) {
                    case Trigger.EveryMinute _, Trigger.EveryHour _, Trigger.EveryDay _ -> true;
                    case Trigger.Api _, Trigger.Queue _, Trigger.Deployment _, Trigger.SignIn _, Trigger.ByHand _ ->
                        false;
                };

        var target = function(spec).path("DeadLetterConfig").path("TargetArn");

        assertThat(!target.isMissingNode()).isEqualTo(alone);
        if (alone) {
            assertThat(Values.text(target)).endsWith(":passby-failures");
        }
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void itIsWokenAsTheListSays(FunctionSpec spec) {
        var woken = service.properties("AWS::Events::Rule")
                .filter(rule -> rule.path("Targets").toString().contains("\"" + spec.name() + "Live")
                        || rule.path("Targets").toString().contains("\"" + logicalId(spec) + "\""))
                .collect(Collectors.toMap(
                        rule -> rule.path("ScheduleExpression").asText(),
                        rule -> rule.path("Targets").get(0).path("Input").asText()));

        assertThat(woken)
                .isEqualTo(
                        switch (spec.trigger()) {
                            case Trigger.EveryMinute _ -> Map.of("rate(1 minute)", "");
                            case Trigger.EveryHour _ -> Map.of("rate(1 hour)", "");
                            case Trigger.EveryDay _ -> Map.of("rate(1 day)", "");
                            case Trigger.Api _, Trigger.Queue _, Trigger.SignIn _ ->
                                Map.of("rate(7 days)", "{\"warm\":true}");
                            case Trigger.Deployment _, Trigger.ByHand _ -> Map.of();
                        });
    }

    private JsonNode function(FunctionSpec spec) {
        return service.properties("AWS::Lambda::Function", "FunctionName", "passby-" + spec.name());
    }

    private String logicalId(FunctionSpec spec) {
        return service.ofType("AWS::Lambda::Function").entrySet().stream()
                .filter(function -> function.getValue()
                        .path("Properties")
                        .path("FunctionName")
                        .asText()
                        .equals("passby-" + spec.name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }
}
