package passby.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.Queue;
import passby.aws.api.Trigger;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

/** What a template says of how new versions come in, whose code runs, and who hears of changes. */
final class SafeguardsTest {
    private static final String PROFILE = "arn:aws:signer:us-east-1:444455556666:/signing-profiles/passby/abcdefghij";
    private static final String TOPIC = "arn:aws:sns:us-east-1:444455556666:passby-watch";

    private static Templates strict;

    @BeforeAll
    static void synthesize() {
        var usual = Templates.deployment("passby", false, Optional.empty());
        var safeguards = new Safeguards(
                false, Optional.of(new SignedCode(PROFILE, "signed", "passby.zip", "v1")), Optional.of(TOPIC));
        strict = Templates.of(
                new Deployment(
                        usual.name(),
                        usual.local(),
                        usual.issuer(),
                        usual.functionsZip(),
                        usual.recognizer(),
                        usual.cameras(),
                        usual.ledger(),
                        usual.web(),
                        safeguards,
                        usual.emailSender()),
                Functions.ALL);
    }

    /** The service stack and its parts, in which each has what signs for its own functions. */
    private static Stream<SynthesizedStack> stacks(Templates templates) {
        return Stream.concat(Stream.of(templates.whole()), templates.parts().stream());
    }

    private static Stream<JsonNode> strictly(String type) {
        return stacks(strict).flatMap(stack -> stack.properties(type));
    }

    private static List<FunctionSpec> guarded() {
        return Functions.ALL.stream()
                .filter(spec -> switch (spec.trigger()) {
                    case Trigger.Api _, Trigger.SignIn _ -> true;
                    case Trigger.Queue(var queue) -> queue == Queue.UPLOADS;
                    case Trigger.EveryMinute _,
                            Trigger.EveryHour _,
                            Trigger.EveryDay _,
                            Trigger.Deployment _,
                            Trigger.ByHand _ -> false;
                })
                .toList();
    }

    @Test
    void everyVersionThatSomebodyWaitsForIsLetInByATenthFirst() {
        var service = Templates.aws().service();

        for (var spec : guarded()) {
            var group = service.properties(
                    "AWS::CodeDeploy::DeploymentGroup", "DeploymentGroupName", "passby-" + spec.name());
            assertThat(group.path("DeploymentConfigName").asText())
                    .isEqualTo("CodeDeployDefault.LambdaCanary10Percent10Minutes");
            assertThat(Values.each(group.path("AutoRollbackConfiguration").path("Events")))
                    .contains("DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_FAILURE");
        }
        assertThat(service.ofType("AWS::CodeDeploy::DeploymentGroup")).hasSameSizeAs(guarded());
        assertThat(updatePolicies(Templates.aws()))
                .containsExactlyInAnyOrderElementsOf(guarded().stream()
                        .map(spec -> "passby-canary passby-" + spec.name())
                        .toList());
    }

    @Test
    void aVersionThatFailsOrIsSlowIsTakenBackByAnAlarmThatThereIs() {
        var service = Templates.aws().service();
        var alarms = service.properties("AWS::CloudWatch::Alarm")
                .map(alarm -> alarm.path("AlarmName").asText())
                .toList();

        for (var spec : guarded()) {
            var group = service.properties(
                    "AWS::CodeDeploy::DeploymentGroup", "DeploymentGroupName", "passby-" + spec.name());
            var named = Stream.of(group.path("AlarmConfiguration").path("Alarms"))
                    .flatMap(all -> all.valueStream())
                    .map(alarm -> alarm.path("Name").asText())
                    .toList();
            assertThat(group.path("AlarmConfiguration").path("Enabled").asBoolean())
                    .isTrue();
            assertThat(named).contains("passby-Errors" + spec.name(), "passby-Slow" + spec.name());
            assertThat(alarms).containsAll(named);
        }
    }

    /** Before the alarms are there nothing could take a version back, and before the groups nothing could let one in. */
    @Test
    void alarmsComeBeforeTheGroupsAndTheseBeforeTheFunctions() {
        var parts = Templates.aws().whole().ofType("AWS::CloudFormation::Stack");
        var canary = parts.keySet().stream()
                .filter(id -> id.startsWith("Canary"))
                .findFirst()
                .orElseThrow();

        assertThat(Objects.requireNonNull(parts.get(canary)).path("DependsOn").toString())
                .contains("Monitoring");
        assertThat(parts.entrySet())
                .filteredOn(
                        part -> part.getKey().startsWith("Api") || part.getKey().startsWith("Background"))
                .hasSize(2)
                .allSatisfy(part ->
                        assertThat(part.getValue().path("DependsOn").toString()).contains(canary));
    }

    /** What no canary lets in has been started before: Lambda makes no version of a function whose snapshot fails. */
    @Test
    void everyVersionThatIsLetInAtOnceWasRehearsedBeforeIt() {
        var service = Templates.aws().service();
        Functions.ALL.stream()
                .filter(spec -> spec.trigger() instanceof Trigger.EveryMinute)
                .forEach(spec -> assertThat(
                                service.properties("AWS::Lambda::Function", "FunctionName", "passby-" + spec.name())
                                        .path("SnapStart")
                                        .path("ApplyOn")
                                        .asText())
                        .as(spec.name())
                        .isEqualTo("PublishedVersions"));
    }

    @Test
    void aFirstDeploymentHasNothingToGoBackTo() {
        assertThat(strictly("AWS::CodeDeploy::DeploymentGroup")).isEmpty();
        assertThat(stacks(strict).map(SynthesizedStack::template))
                .noneMatch(template -> template.toString().contains("CodeDeployLambdaAliasUpdate"));
    }

    private static List<String> updatePolicies(Templates templates) {
        return templates.service().ofType("AWS::Lambda::Alias").values().stream()
                .map(alias -> alias.path("UpdatePolicy").path("CodeDeployLambdaAliasUpdate"))
                .filter(policy -> !policy.isMissingNode())
                .map(policy -> policy.path("ApplicationName").asText() + " "
                        + policy.path("DeploymentGroupName").asText())
                .toList();
    }

    @Test
    void onlyCodeOfTheCitysSignerRunsWhereTheCityAsksForIt() {
        var zips = strictly("AWS::Lambda::Function")
                .filter(function -> function.path("Code").has("S3Bucket"))
                .toList();

        assertThat(zips).hasSize(Functions.ALL.size()).allSatisfy(function -> {
            assertThat(function.path("Code").path("S3Bucket").asText()).isEqualTo("signed");
            assertThat(function.path("Code").path("S3Key").asText()).isEqualTo("passby.zip");
            assertThat(function.path("Code").path("S3ObjectVersion").asText()).isEqualTo("v1");
            assertThat(function.path("CodeSigningConfigArn").isMissingNode()).isFalse();
        });
        assertThat(strictly("AWS::Lambda::CodeSigningConfig")).isNotEmpty().allSatisfy(config -> {
            assertThat(config.path("CodeSigningPolicies")
                            .path("UntrustedArtifactOnDeployment")
                            .asText())
                    .isEqualTo("Enforce");
            assertThat(Values.each(config.path("AllowedPublishers").path("SigningProfileVersionArns")))
                    .containsExactly(PROFILE);
        });
        assertThat(Templates.aws().service().ofType("AWS::Lambda::CodeSigningConfig"))
                .isEmpty();
    }

    @Test
    void anotherAccountHearsOfEveryChangePastTheCitysOwnFunctions() {
        var rule = strictly("AWS::Events::Rule")
                .filter(each -> each.path("Name").asText().equals("passby-control-plane"))
                .findFirst()
                .orElseThrow();

        assertThat(Values.each(rule.path("EventPattern").path("source")))
                .contains("aws.iam", "aws.kms", "aws.lambda", "aws.events", "aws.cloudtrail", "aws.dynamodb", "aws.s3");
        assertThat(rule.path("EventPattern").path("detail").path("readOnly").toString())
                .isEqualTo("[false]");
        assertThat(rule.path("Targets").get(0).path("Arn").asText()).isEqualTo(TOPIC);
        assertThat(Templates.aws().service().properties("AWS::Events::Rule"))
                .noneMatch(usual -> usual.path("EventPattern").has("source"));
    }
}
