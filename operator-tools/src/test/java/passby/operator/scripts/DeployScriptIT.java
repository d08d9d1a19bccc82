package passby.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.operator.scripts.Workplace.CITY;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.policy.Parameter;
import passby.operator.scripts.Workplace.Run;

final class DeployScriptIT {
    private Workplace workplace;

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        workplace = new Workplace(folder);
    }

    private static void assertRefused(Run run, String... sentences) {
        assertThat(run.said()).contains(sentences).contains("Nothing was touched,");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.touchedNothing()).as("%s", run.calls()).isTrue();
    }

    private static List<String> deployed(Run run) {
        return run.calls().stream()
                .filter(call -> call.startsWith("cdk deploy"))
                .map(call -> call.split(" ", -1)[2])
                .toList();
    }

    @Test
    void aCityIsCheckedBuiltAndDeployedStackByStack() throws IOException, InterruptedException {
        var run = workplace.deploy(CITY);

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(deployed(run))
                .containsExactly(
                        "passby-identity", "passby-data", "passby-data", "passby-service", "passby-edge", "passby-web");
        assertThat(run.calls())
                .containsSubsequence(
                        "sts get-caller-identity --query Account --region us-east-1 --output text",
                        "package --arch arm64",
                        "build-image --files --arch arm64")
                .anyMatch(call -> call.startsWith("cdk bootstrap aws://111122223333/us-east-1"))
                .anyMatch(call -> call.startsWith("cdk deploy passby-service")
                        && call.contains("--parameters passby-service:City=springfield")
                        && call.contains("--parameters passby-service:Agency=Springfield Police Department")
                        && call.contains("--parameters passby-service:NonHitRetention=7d")
                        && call.contains("--context deployment=passby"));
        assertThat(run.said())
                .contains("API            an-output", "admin-create-user", "lambda invoke", "scripts/camera keygen");
    }

    @Test
    void everyParameterOfTheStackIsGiven() throws IOException, InterruptedException {
        var run = workplace.deploy(CITY);

        assertThat(run.calls())
                .filteredOn(call -> call.startsWith("cdk deploy passby-service"))
                .singleElement()
                .asString()
                .contains(Parameter.ofStack().stream()
                        .map(parameter -> "--parameters passby-service:" + parameter.code() + "=")
                        .toList());
    }

    @Test
    void checkingAloneTouchesNothing() throws IOException, InterruptedException {
        var run = workplace.deploy(CITY, "--check");

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.said()).contains("All checks passed");
        assertThat(run.touchedNothing()).as("%s", run.calls()).isTrue();
    }

    @Test
    void aCityWithItsOwnIssuerGetsNoIdentityStack() throws IOException, InterruptedException {
        var run = workplace.deploy(CITY + """
                issuer=https://login.springfield.example/
                issuerKeys=https://login.springfield.example/jwks
                audience=passby
                """);

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(deployed(run)).containsExactly("passby-data", "passby-data", "passby-service");
        assertThat(run.said()).contains("The web app and the public page are left out: name the authorizeEndpoint");
        assertThat(run.calls())
                .anyMatch(call -> call.startsWith("cdk deploy passby-service")
                        && call.contains("--context issuer=https://login.springfield.example/"));
    }

    @Test
    void theWebPartIsBuiltAndPutPageByPageAfterWhatEachPageNames() throws IOException, InterruptedException {
        var run = workplace.deploy(CITY);

        assertThat(run.calls())
                .containsSubsequence("npm run --silent build")
                .anyMatch(call -> call.startsWith("cdk deploy passby-edge")
                        && call.contains("--parameters passby-edge:Distribution=an-output"))
                .anyMatch(call -> call.startsWith("cdk deploy passby-web")
                        && call.contains("--parameters passby-web:Firewall=an-output"))
                .anyMatch(call -> call.startsWith("cdk deploy passby-identity")
                        && call.contains("--parameters passby-identity:AppUrl=an-output/app/"));
        assertThat(run.calls().stream().filter(call -> call.startsWith("s3 cp")))
                .hasSize(2)
                .first()
                .asString()
                .contains("--include */assets/*", "immutable");
        assertThat(run.calls().stream().filter(call -> call.startsWith("s3 cp")).skip(1))
                .allMatch(call -> call.contains("--cache-control no-cache"));
        assertThat(run.said()).contains("web app        an-output/app/", "public page    an-output/public/");
    }

    /** What names the distribution is deployed once more when there is one. */
    @Test
    void theFirstTimePoolAndAlarmLearnOfTheDistributionAfterwards() throws IOException, InterruptedException {
        workplace.answer("outputs", "OK ", "OK ", "OK an-output");

        var run = workplace.deploy(CITY);

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(deployed(run))
                .containsExactly(
                        "passby-identity",
                        "passby-data",
                        "passby-data",
                        "passby-service",
                        "passby-edge",
                        "passby-web",
                        "passby-identity",
                        "passby-edge");
    }

    @Test
    void anotherRegionGetsTheFirewallWhereCloudFrontLooksForIt() throws IOException, InterruptedException {
        var run = workplace.deploy(CITY.replace("us-east-1", "us-west-2"));

        assertThat(run.calls())
                .anyMatch(call -> call.startsWith("cdk bootstrap aws://111122223333/us-west-2"))
                .anyMatch(call -> call.startsWith("cdk bootstrap aws://111122223333/us-east-1"))
                .anyMatch(call -> call.contains("--stack-name passby-edge") && call.contains("--region us-east-1"))
                .noneMatch(call -> call.contains("--stack-name passby-web") && call.contains("--region us-east-1"));
    }

    @Test
    void anIssuerThatSaysWherePeopleSignInGetsTheWebPart() throws IOException, InterruptedException {
        var run = workplace.deploy(CITY + """
                issuer=https://login.springfield.example/
                issuerKeys=https://login.springfield.example/jwks
                audience=passby
                authorizeEndpoint=https://login.springfield.example/authorize
                tokenEndpoint=https://login.springfield.example/token
                """);

        assertThat(deployed(run))
                .containsExactly("passby-data", "passby-data", "passby-service", "passby-edge", "passby-web");
        assertThat(run.calls())
                .anyMatch(call -> call.startsWith("cdk deploy passby-web")
                        && call.contains("--context tokenEndpoint=https://login.springfield.example/token"));
    }

    @Test
    void filesThatCannotBePutAreSaid() throws IOException, InterruptedException {
        workplace.answer("s3-cp", "FAIL Unable to locate the bucket");

        var run = workplace.deploy(CITY);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said()).contains("The web app's files were not put: Unable to locate the bucket");
    }

    @Test
    void withoutDockerNothingIsTouched() throws IOException, InterruptedException {
        workplace.answer("no-docker", "");

        assertRefused(workplace.deploy(CITY), "No Docker engine answers");
    }

    @Test
    void withoutAToolNothingIsTouched() throws IOException, InterruptedException {
        workplace.remove("aws");
        workplace.remove("npm");
        workplace.remove("node");

        assertRefused(
                workplace.deploy(CITY), "The AWS command line is missing", "npm is missing", "Node.js is missing");
    }

    @Test
    void withoutCredentialsNothingIsTouched() throws IOException, InterruptedException {
        workplace.answer("sts-get-caller-identity", "FAIL Unable to locate credentials");

        assertRefused(workplace.deploy(CITY), "AWS rejects your credentials: Unable to locate credentials");
    }

    @Test
    void anotherAccountThanTheCitysIsNotTouched() throws IOException, InterruptedException {
        workplace.answer("sts-get-caller-identity", "OK 999988887777");

        assertRefused(
                workplace.deploy(CITY),
                "signed in to account 999988887777, but the city belongs to account 111122223333");
    }

    @Test
    void aRegionWithoutTheRuntimeIsNotTouched() throws IOException, InterruptedException {
        workplace.answer(
                "lambda-list-layers",
                "FAIL An error occurred (ValidationException): Value 'java25' failed to satisfy enum value set");

        assertRefused(workplace.deploy(CITY), "Lambda in us-east-1 does not have the runtime java25");
    }

    @Test
    void anAccountWhereTooFewFunctionsMayRunIsNotTouched() throws IOException, InterruptedException {
        workplace.answer("lambda-get-account-settings", "OK 10\\t10");

        assertRefused(workplace.deploy(CITY), "Lambda runs at most 10 functions at once here", "ask for at least");
    }

    @ParameterizedTest
    @CsvSource({
        "StateProfile=WA|NonHitRetention=30d,At most 21d under the profile WA",
        "NonHitRetention=0,NonHitRetention: One of",
        "NonHitRetention=-7d,NonHitRetention: One of",
        "NonHitRetention=forever,NonHitRetention: One of",
        "StateProfile=XX,StateProfile: One of",
        "AgencyOri=12,AgencyOri",
        "City=spring\"field,City",
        "City='springfield',City"
    })
    void aParameterThatTheStackWouldRefuseIsRefusedHere(String lines, String sentence)
            throws IOException, InterruptedException {
        var city = CITY.replaceAll("(?m)^(City|AgencyOri)=.*\n", "") + "City=springfield\nAgencyOri=IL0840100\n";
        for (var line : lines.split("\\|", -1)) {
            city = city.replaceAll("(?m)^" + line.split("=", -1)[0] + "=.*\n", "") + line + "\n";
        }

        assertRefused(workplace.deploy(city), sentence);
    }

    @Test
    void everyProblemIsToldAtOnce() throws IOException, InterruptedException {
        workplace.answer("no-docker", "");
        workplace.answer("lambda-get-account-settings", "OK 10\\t10");
        workplace.answer("lambda-list-layers", "FAIL no such runtime");

        assertRefused(
                workplace.deploy(CITY + "NonHitRetention=8d\n"),
                "for 4 reason(s)",
                "NonHitRetention: One of",
                "No Docker engine answers",
                "does not have the runtime java25",
                "at most 10 functions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rekognition-first", "container-first"})
    void picturesGoToRekognitionOnlyUnderAnOptOutInForce(String order) throws IOException, InterruptedException {
        var city = CITY.replace("container-only", order);

        workplace.answer(
                "organizations-describe-effective-policy",
                "FAIL An error occurred (AWSOrganizationsNotInUseException): Your account is not a member",
                "OK {\"services\":{\"default\":{\"opt_out_policy\":\"optIn\"}}}",
                "OK {\"services\":{\"default\":{\"opt_out_policy\":\"optOut\"}}}");

        assertRefused(
                workplace.deploy(city, "--check"), "Nothing proves that AWS keeps pictures out of its AI training");
        assertRefused(workplace.deploy(city, "--check"), "AWS may train its AI with pictures");
        assertThat(workplace.deploy(city, "--check").status()).isZero();
    }

    @Test
    void aSecondCityInTheAccountIsRefused() throws IOException, InterruptedException {
        workplace.answer("cloudformation-describe-stacks", "OK shelbyville-data\\tshelbyville-service\\tpassby-data");

        assertRefused(
                workplace.deploy(CITY),
                "Another city is in this account and region (shelbyville-data shelbyville-service)");
    }

    @Test
    void aCityThatChangesItsNameIsRefused() throws IOException, InterruptedException {
        workplace.answer("cloudformation-describe-stacks-passby-service", "OK UPDATE_COMPLETE");
        workplace.answer("cloudformation-describe-stacks-passby-service-parameters", "OK City\\tshelbyville");

        assertRefused(workplace.deploy(CITY), "passby-service runs the city shelbyville");
    }

    @Test
    void anInterruptedDeploymentIsWaitedForAndRepeated() throws IOException, InterruptedException {
        workplace.answer(
                "cloudformation-describe-stacks-passby-service",
                "OK UPDATE_IN_PROGRESS",
                "OK UPDATE_IN_PROGRESS",
                "OK UPDATE_IN_PROGRESS",
                "OK UPDATE_COMPLETE");

        var run = workplace.deploy(CITY);

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.said()).contains("passby-service is in UPDATE_IN_PROGRESS");
        assertThat(run.calls())
                .anyMatch(call ->
                        call.startsWith("cloudformation wait stack-update-complete --stack-name passby-service"));
        assertThat(deployed(run))
                .containsExactly(
                        "passby-identity", "passby-data", "passby-data", "passby-service", "passby-edge", "passby-web");
    }

    @Test
    void aDeploymentThatIsRepeatedDoesTheSameAgain() throws IOException, InterruptedException {
        workplace.answer("ssm-get-parameter", "OK 21");
        workplace.answer("cloudformation-describe-stacks-passby-service", "OK CREATE_COMPLETE");
        workplace.answer(
                "cloudformation-describe-stacks-passby-service-parameters",
                "OK City\\tspringfield\\nNonHitRetention\\t3d");

        var first = workplace.deploy(CITY);
        var second = workplace.deploy(CITY);

        assertThat(first.status()).as(first.said()).isZero();
        assertThat(second.calls()).isEqualTo(first.calls());
        assertThat(first.calls()).noneMatch(call -> call.startsWith("cdk bootstrap"));
        assertThat(first.said())
                .contains("NonHitRetention is '3d' in the stack and '7d' in the file; the file's value is used.");
    }

    @Test
    void aStackWhoseFirstDeploymentFailedIsExplained() throws IOException, InterruptedException {
        workplace.answer("cloudformation-describe-stacks-passby-service", "OK ROLLBACK_COMPLETE");

        assertRefused(
                workplace.deploy(CITY),
                "passby-service is in ROLLBACK_COMPLETE: its first deployment failed",
                "aws cloudformation delete-stack --stack-name passby-service --region us-east-1");
    }

    @Test
    void aStackThatCloudFormationRefusesEndsTheDeploymentWithASentence() throws IOException, InterruptedException {
        workplace.answer("cdk-passby-service", "Parameters failed: NonHitRetention is above the ceiling");

        var run = workplace.deploy(CITY);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said()).contains("passby-service was not deployed").doesNotContain("First steps");
    }

    @Test
    void wrongUseIsToldHowToUseIt() throws IOException, InterruptedException {
        var run = workplace.deploy(CITY, "--force");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.said()).contains("scripts/deploy CITY.properties [--check]");
        assertThat(run.calls()).isEmpty();
    }
}
