package passby.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.aws.api.Functions;
import passby.aws.api.Queue;
import passby.aws.api.ReadFunctions;
import passby.aws.api.Trigger;
import passby.infra.testing.Resolved;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

/**
 * What an account refuses because it is too long or too many, of a city with the longest name that a deployment may have, in the region and
 * the partition with the longest ones. Nothing of it shows in LocalStack. The numbers are those of the service's own page of quotas.
 */
final class LimitsOfAwsTest {
    private static final String LONGEST = "a-city-of-a-long-name";

    private static final Templates CITY =
            Templates.of(Templates.deployment(LONGEST, false, Optional.empty()), Functions.ALL);

    /** API Gateway gives an integration so long, whatever its function may take (API Gateway Developer Guide, "Quotas"). */
    private static final int GATEWAY_SECONDS = 29;

    private static Stream<JsonNode> properties(String type) {
        return CITY.all().stream().flatMap(stack -> stack.properties(type));
    }

    /** Every template that CloudFormation is given. */
    private static List<SynthesizedStack> templates() {
        return Stream.concat(
                        Stream.of(CITY.identity(), CITY.data(), CITY.whole(), CITY.edge(), CITY.web()),
                        CITY.parts().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::IAM::Role, RoleName, 64",
        "AWS::IAM::ManagedPolicy, ManagedPolicyName, 128",
        "AWS::Lambda::Function, FunctionName, 64",
        "AWS::Lambda::Function, Description, 256",
        "AWS::S3::Bucket, BucketName, 63",
        "AWS::SQS::Queue, QueueName, 80",
        "AWS::SNS::Topic, TopicName, 256",
        "AWS::DynamoDB::Table, TableName, 255",
        "AWS::KMS::Alias, AliasName, 256",
        "AWS::CloudWatch::Alarm, AlarmName, 255",
        "AWS::CloudWatch::Alarm, AlarmDescription, 1024",
        "AWS::CloudWatch::CompositeAlarm, AlarmName, 255",
        "AWS::CloudWatch::CompositeAlarm, AlarmRule, 10240",
        "AWS::Logs::LogGroup, LogGroupName, 512",
        "AWS::Events::Rule, Description, 512",
        "AWS::Cognito::UserPool, UserPoolName, 128",
        "AWS::Cognito::UserPoolDomain, Domain, 63",
        "AWS::WAFv2::WebACL, Name, 128",
        "AWS::WAFv2::IPSet, Name, 128",
        "AWS::CodeDeploy::Application, ApplicationName, 100",
        "AWS::CodeDeploy::DeploymentGroup, DeploymentGroupName, 100",
        "AWS::CloudFront::Function, Name, 64",
        "AWS::CloudFront::ResponseHeadersPolicy, ResponseHeadersPolicyConfig.Name, 128",
        "AWS::CloudFront::OriginAccessControl, OriginAccessControlConfig.Name, 64",
        "AWS::CloudFront::Distribution, DistributionConfig.Comment, 128",
        "AWS::SecretsManager::Secret, Name, 512"
    })
    void noNameOrTextIsTooLong(String type, String property, int most) {
        var texts = properties(type)
                .map(one -> at(one, property))
                .filter(value -> !value.isMissingNode())
                .map(Resolved::text)
                .toList();

        assertThat(texts).isNotEmpty().allSatisfy(text -> assertThat(text).hasSizeBetween(1, most));
    }

    private static JsonNode at(JsonNode properties, String path) {
        var found = properties;
        for (var name : path.split("\\.", -1)) {
            found = found.path(name);
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::IAM::ManagedPolicy, PolicyDocument, 6144",
        "AWS::KMS::Key, KeyPolicy, 32768",
        "AWS::S3::BucketPolicy, PolicyDocument, 20480",
        "AWS::SQS::QueuePolicy, PolicyDocument, 8192",
        "AWS::SNS::TopicPolicy, PolicyDocument, 30720"
    })
    void noPolicyOfAThingIsTooLong(String type, String property, int most) {
        var lengths = properties(type)
                .map(one -> Resolved.json(one.path(property)).length())
                .toList();

        assertThat(lengths).isNotEmpty().allSatisfy(length -> assertThat(length).isLessThanOrEqualTo(most));
    }

    @Test
    void noRolesOwnPoliciesAreTooLongTogether() {
        assertThat(properties("AWS::IAM::Role")
                        .map(role -> Values.list(role.path("Policies")).stream()
                                .mapToInt(policy -> Resolved.json(policy.path("PolicyDocument"))
                                        .length())
                                .sum()))
                .isNotEmpty()
                .allMatch(length -> length <= 10_240);
    }

    @Test
    void noFunctionHasMoreSettingsThanLambdaKeeps() {
        assertThat(properties("AWS::Lambda::Function")
                        .map(function ->
                                Resolved.json(function.path("Environment").path("Variables"))))
                .isNotEmpty()
                .allMatch(variables -> variables.length() <= 4_096);
    }

    @Test
    void everyTemplateFits() {
        assertThat(templates()).allSatisfy(one -> {
            var template = one.template();
            assertThat(template.toString().length()).isLessThanOrEqualTo(1_000_000);
            assertThat(template.path("Resources").size()).isLessThanOrEqualTo(500);
            assertThat(template.path("Parameters").size()).isLessThanOrEqualTo(200);
            assertThat(template.path("Outputs").size()).isLessThanOrEqualTo(200);
            assertThat(template.path("Description").asText().length()).isBetween(1, 1_024);
        });
    }

    @Test
    void theGatewayHasNoMorePathsThanAnApiMay() {
        assertThat(properties("AWS::ApiGateway::Resource").count()).isBetween(1L, 300L);
    }

    @Test
    void whatTheGatewayWaitsForAnswersBeforeItStopsWaiting() {
        assertThat(Functions.ALL.stream().filter(spec -> spec.trigger() instanceof Trigger.Api))
                .isNotEmpty()
                .allMatch(spec -> spec.size().timeout().toSeconds() <= GATEWAY_SECONDS);
    }

    /** Lambda refuses a mapping whose queue shows a message again while its reader may still run. */
    @Test
    void noQueueShowsAMessageAgainWhileItsReaderRuns() {
        assertThat(Functions.ALL)
                .filteredOn(spec -> spec.trigger() instanceof Trigger.Queue)
                .isNotEmpty()
                .allSatisfy(spec -> {
                    var queue = ((Trigger.Queue) spec.trigger()).queue();
                    assertThat(queue.visibility())
                            .as(spec.name())
                            .isGreaterThanOrEqualTo(spec.size().timeout());
                });
        assertThat(Queue.UPLOADS.visibility())
                .isGreaterThanOrEqualTo(
                        ReadFunctions.READ_PLATES.size().timeout().multipliedBy(6));
        assertThat(properties("AWS::Lambda::EventSourceMapping")
                        .map(one -> one.path("ScalingConfig")
                                .path("MaximumConcurrency")
                                .asInt()))
                .isNotEmpty()
                .allMatch(most -> most >= 2 && most <= 1_000);
    }

    @Test
    void noTableHasMoreIndexesThanDynamoDbTakes() {
        assertThat(properties("AWS::DynamoDB::Table")).isNotEmpty().allSatisfy(table -> {
            var indexes = Values.list(table.path("GlobalSecondaryIndexes"));
            assertThat(indexes.size()).isLessThanOrEqualTo(20);
            assertThat(indexes.stream()
                            .mapToInt(index -> index.path("Projection")
                                    .path("NonKeyAttributes")
                                    .size())
                            .sum())
                    .isLessThanOrEqualTo(100);
        });
    }

    @Test
    void noGroupOfTheCanaryWatchesMoreAlarmsThanCodeDeployTakes() {
        assertThat(properties("AWS::CodeDeploy::DeploymentGroup")
                        .map(group ->
                                group.path("AlarmConfiguration").path("Alarms").size()))
                .isNotEmpty()
                .allMatch(alarms -> alarms >= 1 && alarms <= 10);
    }

    /** CloudFormation takes what IAM refuses: a letter outside of what a description may hold. */
    @Test
    void everyDescriptionIsOfLettersThatItsServiceTakes() {
        var allowed = Map.<String, Function<String, Boolean>>of(
                "AWS::IAM::Role", text -> text.matches("[\\t\\n\\r\\x20-\\x7e\\xa1-\\xff]*"),
                "AWS::EC2::SecurityGroup", text -> text.matches("[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]{1,255}"),
                "AWS::WAFv2::IPSet", text -> text.matches("[\\w+=:#@/\\-,. ]*"));
        allowed.forEach((type, fits) -> assertThat(properties(type)
                        .map(one -> one.path(type.endsWith("SecurityGroup") ? "GroupDescription" : "Description"))
                        .filter(text -> !text.isMissingNode())
                        .map(Resolved::text))
                .as(type)
                .allMatch(fits::apply));
    }
}
