package passby.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.infra.testing.Templates;
import software.amazon.awscdk.App;

final class DeploymentTest {
    @Test
    void withoutContextItIsACityOfAHundredCamerasOnAwsWithAPoolOfItsOwn() {
        var deployment = read(Map.of());

        assertThat(deployment.name()).isEqualTo("passby");
        assertThat(deployment.local()).isFalse();
        assertThat(deployment.issuer()).isEmpty();
        assertThat(deployment.cameras()).isEqualTo(100);
        assertThat(deployment.functionsZip()).isEqualTo(Path.of("/city/functions/aws/target/functions-arm64.zip"));
        assertThat(deployment.recognizer())
                .isEqualTo(new RecognizerImage.Built(Path.of("/city/recognizer-container/target/image")));
    }

    @Test
    void anIssuerOfItsOwnIsNamedByAllThree() {
        var deployment = read(Map.of(
                "issuer",
                "https://id.city.example",
                "issuerKeys",
                "https://id.city.example/jwks",
                "audience",
                "passby"));

        assertThat(deployment.issuer())
                .contains(
                        new Deployment.OwnIssuer("https://id.city.example", "https://id.city.example/jwks", "passby"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("issuer", "https://id.city.example")))
                .withMessage("A city's own issuer is named by issuer, issuerKeys and audience, all three or none.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "Passby", "9passby", "pass_by", "passby-of-a-very-long-name", "pass\"by"})
    void aNameThatCouldNotStandInFrontOfOthersIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(Map.of("deployment", name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lawson", "dawson-city", "cognito-city", "amazonas"})
    void aNameThatCognitoWouldNotTakeForItsPagesIsRefusedUnlessTheCityHasAnIssuer(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("deployment", name)))
                .withMessage("deployment " + Deployment.NO_POOL);

        assertThat(read(Map.of(
                                "deployment", name,
                                "issuer", "https://id.city.example",
                                "issuerKeys", "https://id.city.example/jwks",
                                "audience", "passby"))
                        .name())
                .isEqualTo(name);
    }

    @Test
    void aCityWithoutCamerasIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("cameras", "0")))
                .withMessage("A deployment has at least one camera, not 0.");
    }

    @Test
    void onLocalStackNothingIsThereThatItLacksAndNobodySignsInToOurPool() {
        var local = Templates.local();

        assertThat(local.has("identity")).isFalse();
        for (var type : new String[] {
            "AWS::WAFv2::WebACL", "AWS::EC2::VPC", "AWS::Route53Resolver::FirewallRuleGroup", "AWS::Cognito::UserPool"
        }) {
            assertThat(local.service().ofType(type)).as(type).isEmpty();
        }
        assertThat(local.service().properties("AWS::Lambda::Function"))
                .allMatch(function -> function.path("Architectures").toString().equals("[\"x86_64\"]"))
                .noneMatch(function -> function.has("SnapStart"));
        assertThat(local.service().ofType("AWS::Lambda::Alias"))
                .hasSameSizeAs(
                        Templates.aws().service().ofType("AWS::Lambda::Alias").keySet());
    }

    @Test
    void noStackBringsAFunctionOfCdksOrWhatItMeasures() {
        for (var stack : Templates.aws().all()) {
            assertThat(stack.ofType("AWS::CDK::Metadata")).isEmpty();
        }
        assertThat(Templates.aws().data().ofType("AWS::Lambda::Function")).isEmpty();
        assertThat(Templates.aws().identity().ofType("AWS::Lambda::Function")).isEmpty();
    }

    @Test
    void whatMustBeKeptIsNotInTheStackThatIsReplaced() {
        for (var type : new String[] {"AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::SNS::Topic"}) {
            assertThat(Templates.aws().service().ofType(type)).as(type).isEmpty();
            assertThat(Templates.aws().data().ofType(type)).as(type).isNotEmpty();
        }
    }

    @Test
    void newVersionsAreLetInLittleByLittleUnlessAFirstDeploymentSaysOtherwise() {
        assertThat(read(Map.of()).safeguards()).isEqualTo(Safeguards.USUAL);
        assertThat(read(Map.of("canary", "false")).safeguards().gradual()).isFalse();
        assertThat(read(Map.of("local", "true")).safeguards().gradual()).isFalse();
    }

    @Test
    void signedCodeIsNamedByAllFour() {
        var profile = "arn:aws:signer:us-east-1:444455556666:/signing-profiles/passby/abcdefghij";
        var deployment = read(Map.of(
                "signingProfile", profile, "signedBucket", "signed", "signedKey", "passby.zip", "signedVersion", "v1"));

        assertThat(deployment.safeguards().code()).contains(new SignedCode(profile, "signed", "passby.zip", "v1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("signingProfile", profile)))
                .withMessage(
                        "Signed code is named by signingProfile, signedBucket, signedKey and signedVersion, all four or none.");
    }

    @Test
    void theSenderOfEmailsIsAnAddressOrMissing() {
        assertThat(read(Map.of("emailSender", "alerts@springfield.example")).emailSender())
                .contains("alerts@springfield.example");
        assertThat(read(Map.of()).emailSender()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> read(Map.of("emailSender", "alerts@springfield.example\nbcc: all@springfield.example")));
    }

    @Test
    void whoIsToldOfChangesIsATopic() {
        var topic = "arn:aws:sns:us-east-1:444455556666:passby-watch";

        assertThat(read(Map.of("controlPlaneTopic", topic)).safeguards().controlPlaneTopic())
                .contains(topic);
        assertThatIllegalArgumentException().isThrownBy(() -> read(Map.of("controlPlaneTopic", "somebody")));
    }

    private static Deployment read(Map<String, Object> context) {
        var app =
                App.Builder.create().context(context).analyticsReporting(false).build();
        return Deployment.of(app.getNode(), Path.of("/city"));
    }
}
