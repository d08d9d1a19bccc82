package passby.infra.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.aws.api.Functions;
import passby.infra.naming.Names;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

/** Reads every role and policy of the templates; what does not stand in the table fails. */
final class PermissionTableTest {
    private static final Set<String> WITHOUT_RESOURCE = Set.of(
            "cloudwatch:DescribeAlarms",
            "rekognition:DetectText",
            "organizations:DescribeEffectivePolicy",
            "sns:Publish",
            "ses:GetSuppressedDestination",
            "ec2:CreateNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses");

    private static final Pattern WILDCARD = Pattern.compile(
            ".*:s3:::passby-(uploads|pictures|feeds|lists|ledger|evidence)-.*/(u|c|f|l|log|e)/\\*|.*:s3:::passby-archive-.*/\\*|"
                    + ".*:log-group:/aws/lambda/passby-[A-Za-z]+:log-stream:\\*");

    private static final List<String> IMAGES = List.of("uploads", "pictures");

    private final PermissionTable table = new PermissionTable(new Names("passby"), Functions.ALL);

    @Test
    void theTemplatesAllowAndDenyExactlyWhatTheTableSays() {
        var written = Statements.of(Stream.of(table.roles(), table.things(), List.of(table.administrators()))
                .flatMap(Collection::stream));

        var synthesised = Statements.of(Templates.aws());

        assertThat(synthesised.keySet()).isEqualTo(written.keySet());
        written.forEach((holder, lines) ->
                assertThat(synthesised.get(holder)).as(holder).isEqualTo(lines));
    }

    @Test
    void theDocumentIsTheTable() throws IOException {
        var document = Files.readString(Path.of("../docs/permissions.md"));

        assertThat(document)
                .as("docs/permissions.md is old: write it by scripts/synth --permissions")
                .isEqualTo(new PermissionsDocument(table).text());
    }

    @Test
    void noPolicyStandsOutsideOfWhatItIsAbout() {
        for (var stack : Templates.aws().all()) {
            assertThat(stack.ofType("AWS::IAM::Policy")).isEmpty();
            assertThat(stack.ofType("AWS::Lambda::LayerVersionPermission")).isEmpty();
            assertThat(stack.properties("AWS::DynamoDB::Table").map(table -> table.path("ResourcePolicy")))
                    .allMatch(JsonNode::isMissingNode);
        }
    }

    @Test
    void noRoleMayDoMoreThanItsNameSaysOrToMoreThanOneKindOfThing() {
        for (var statement : statements("AWS::IAM::Role", "Policies")) {
            var actions = Values.each(statement.path("Action"));
            assertThat(actions).noneMatch(action -> action.contains("*"));
            for (var resource : Values.each(statement.path("Resource"))) {
                if (resource.equals("*")) {
                    assertThat(WITHOUT_RESOURCE).containsAll(actions);
                } else if (resource.contains("*")) {
                    assertThat(resource).matches(WILDCARD);
                }
            }
        }
    }

    /** A telephone is no resource: whoever may send to one must not publish what looks like an alert. */
    @Test
    void whoSendsToTelephonesIsDeniedEveryTopicOfTheCity() {
        var senders = table.roles().stream()
                .filter(role -> role.grants().stream()
                        .anyMatch(grant -> grant.actions().contains("sns:Publish")
                                && grant.things().contains(new ResourceRef.Any())))
                .toList();

        assertThat(senders).hasSize(3);
        for (var role : senders) {
            var names = new Names("passby");
            assertThat(role.grants())
                    .contains(Grant.deny(
                            List.of("sns:Publish"),
                            new ResourceRef.Arn(names.topicArn("alerts")),
                            new ResourceRef.Arn(names.topicArn("alarms"))));
        }
    }

    @Test
    void mailGoesFromTheCitysSenderAloneAndInACityWithoutOneFromNobody() {
        var spec = Functions.ALL.stream()
                .filter(function -> function.name().equals("DeliverAlerts"))
                .findFirst()
                .orElseThrow();
        var names = new Names("passby");
        var identity = "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/";

        var grants = new FunctionGrants(names, Optional.of("alerts@springfield.example")).of(spec);

        assertThat(grants)
                .filteredOn(grant -> grant.actions().contains("ses:SendEmail"))
                .containsExactly(Grant.allow(
                                List.of("ses:SendEmail"),
                                new ResourceRef.Arn(identity + "alerts@springfield.example"),
                                new ResourceRef.Arn(identity + "springfield.example"))
                        .when("StringEquals", "ses:FromAddress", "alerts@springfield.example"));
        assertThat(new FunctionGrants(names, Optional.empty()).of(spec))
                .noneMatch(grant -> grant.actions().stream().anyMatch(action -> action.startsWith("ses:")));
    }

    @Test
    void whatAThingAllowsIsNeverWild() {
        var policies = Stream.of(
                        statements("AWS::S3::BucketPolicy", "PolicyDocument"),
                        statements("AWS::SQS::QueuePolicy", "PolicyDocument"),
                        statements("AWS::SNS::TopicPolicy", "PolicyDocument"),
                        statements("AWS::KMS::Key", "KeyPolicy"))
                .flatMap(Collection::stream)
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .toList();

        assertThat(policies).isNotEmpty();
        for (var statement : policies) {
            assertThat(Values.each(statement.path("Action"))).noneMatch(action -> action.contains("*"));
            assertThat(statement.path("Principal").toString()).doesNotContain("\"*\"");
        }
    }

    @Test
    void onlyLambdaTakesTheRolesOfFunctions() {
        var roles = Templates.aws().all().stream()
                .flatMap(stack -> stack.properties("AWS::IAM::Role"))
                .toList();

        var managed =
                roles.stream().filter(role -> role.has("ManagedPolicyArns")).toList();
        var others = roles.stream()
                .filter(role -> !role.has("ManagedPolicyArns"))
                .filter(role -> !Values.text(role.path("RoleName")).startsWith("passby-canary-"))
                .toList();

        assertThat(managed).singleElement().satisfies(role -> {
            assertThat(takers(role)).containsExactly("apigateway.amazonaws.com");
            assertThat(Values.each(role.path("ManagedPolicyArns")))
                    .containsExactly(
                            "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs");
        });
        assertThat(others)
                .isNotEmpty()
                .allSatisfy(role -> assertThat(takers(role)).containsExactly("lambda.amazonaws.com"));
    }

    @Test
    void nothingThatBelongsToAWholeAccountHasANameThatASecondRegionWouldTake() {
        for (var stack : Templates.aws().all()) {
            for (var name : List.of("RoleName", "ManagedPolicyName", "UserName", "GroupName")) {
                assertThat(stack.resources()
                                .filter(resource -> resource.getValue()
                                        .path("Type")
                                        .asText()
                                        .startsWith("AWS::IAM::"))
                                .map(resource ->
                                        resource.getValue().path("Properties").path(name))
                                .filter(value -> !value.isMissingNode())
                                .map(Values::text))
                        .allMatch(text -> text.endsWith("-${AWS::Region}"));
            }
        }
    }

    @Test
    void codeDeployAloneMovesCallsBetweenVersionsAndDoesNothingElse() {
        var role = Templates.aws().service().properties("AWS::IAM::Role", "RoleName", "passby-canary-${AWS::Region}");

        assertThat(takers(role)).containsExactly("codedeploy.amazonaws.com");
    }

    @Test
    void noFunctionBothReadsImagesAndWritesThePolicy() {
        for (var role : table.roles()) {
            var readsImages = role.grants().stream()
                    .anyMatch(grant -> grant.actions().contains("s3:GetObject") && isAbout(grant, IMAGES));
            var writesPolicy = role.grants().stream()
                    .anyMatch(grant -> isAbout(grant, List.of("table/passby-Policy"))
                            && grant.actions().stream().anyMatch(PermissionTableTest::writes));

            assertThat(readsImages && writesPolicy).as(role.holder()).isFalse();
        }
        assertThat(table.roles()).anyMatch(role -> role.holder().equals("role passby-RequestPolicy"));
    }

    @Test
    void theRecognizerMayLookAtFramesAndNothingElse() {
        var grants = table.roles().stream()
                .filter(role -> role.holder().equals("role passby-Recognizer"))
                .flatMap(role -> role.grants().stream())
                .filter(grant -> grant.actions().stream().noneMatch(action -> action.startsWith("ec2:")))
                .toList();

        assertThat(grants.stream().flatMap(grant -> grant.actions().stream()))
                .containsExactly("s3:GetObject", "kms:Decrypt", "logs:CreateLogStream", "logs:PutLogEvents");
        assertThat(grants.getFirst().things().toString())
                .contains("passby-uploads-")
                .endsWith("/u/*]]");
    }

    @Test
    void administratorsAreDeniedWhereCarsWere() {
        var denied = table.administrators().grants().stream()
                .flatMap(grant -> grant.things().stream())
                .map(ResourceRef::label)
                .collect(Collectors.joining(" "));

        assertThat(denied)
                .contains("table/passby-Reads", "table/passby-Hits", "table/passby-Frames", "table/passby-Plates")
                .contains("passby-pictures-", "passby-uploads-")
                .contains("key reads", "key hits", "key pictures", "key uploads", "key city");
    }

    @Test
    void noPolicyOfARoleIsLongerThanIamTakes() {
        Templates.aws()
                .service()
                .properties("AWS::IAM::Role")
                .forEach(role -> assertThat(role.path("Policies").toString().length())
                        .as(Values.text(role.path("RoleName")))
                        .isLessThan(10_240));
    }

    @Test
    void ourGatewayAloneInvokesEachFunctionThatHasRoutes() {
        var expected = Functions.ALL.stream()
                .filter(spec -> !spec.routes().isEmpty())
                .map(spec -> spec.name() + "Live */*/*")
                .toList();

        var permitted = permissions("apigateway.amazonaws.com")
                .map(permission -> Values.text(permission.path("FunctionName")).replaceAll("\\$\\{(.*Live).*", "$1")
                        + " " + Values.text(permission.path("SourceArn")).replaceFirst("^.*}/", ""))
                .toList();

        assertThat(permitted).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(permissions("apigateway.amazonaws.com"))
                .allMatch(permission -> permission.path("SourceArn").toString().contains("Gateway"));
    }

    @Test
    void theEventBusInvokesAFunctionForOneRuleOnly() {
        var rules = Templates.aws().service().ofType("AWS::Events::Rule").keySet();

        var permitted = permissions("events.amazonaws.com")
                .map(permission ->
                        permission.path("SourceArn").path("Fn::GetAtt").get(0).asText())
                .toList();

        assertThat(permitted).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void nobodyElseInvokesAFunction() {
        var all = Templates.aws().service().ofType("AWS::Lambda::Permission").size();

        assertThat(permissions("apigateway.amazonaws.com").count()
                        + permissions("events.amazonaws.com").count()
                        + permissions("cognito-idp.amazonaws.com").count())
                .isEqualTo(all);
    }

    @Test
    void thePoolOfOfficersStartsTheFunctionThatCountsAttemptsAndNoOther() {
        assertThat(permissions("cognito-idp.amazonaws.com")).singleElement().satisfies(permission -> {
            assertThat(permission.path("FunctionName").toString()).contains("\"SignInLive");
            assertThat(permission.path("SourceArn").toString()).contains(":userpool", "user-pool-id");
        });
    }

    private static Stream<JsonNode> permissions(String principal) {
        return Templates.aws()
                .service()
                .properties("AWS::Lambda::Permission")
                .filter(permission -> permission.path("Action").asText().equals("lambda:InvokeFunction"))
                .filter(permission -> permission.path("Principal").asText().equals(principal));
    }

    private static boolean isAbout(Grant grant, List<String> words) {
        return grant.things().stream()
                .map(ResourceRef::label)
                .anyMatch(label -> words.stream().anyMatch(label::contains));
    }

    private static boolean writes(String action) {
        return action.matches("dynamodb:(Put|Update|Delete|BatchWrite).*");
    }

    private static List<String> takers(JsonNode role) {
        return Values.list(role.path("AssumeRolePolicyDocument").path("Statement")).stream()
                .map(statement -> Values.text(statement.path("Principal").path("Service")))
                .toList();
    }

    private static List<JsonNode> statements(String type, String property) {
        return Templates.aws().all().stream()
                .flatMap(stack -> stack.properties(type))
                .flatMap(properties -> properties.path(property).isArray()
                        ? Values.list(properties.path(property)).stream().map(policy -> policy.path("PolicyDocument"))
                        : Stream.of(properties.path(property)))
                .flatMap(document -> Values.list(document.path("Statement")).stream())
                .toList();
    }
}
