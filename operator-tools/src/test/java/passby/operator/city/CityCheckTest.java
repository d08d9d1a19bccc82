package passby.operator.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.api.Functions;
import passby.core.policy.Parameter;

final class CityCheckTest {
    private static final Path EXAMPLE = Path.of("..", "city.properties.example");
    private static final String CITY = """
            account=111122223333
            region=us-east-1
            deployment=passby
            City=springfield
            Agency=Springfield Police Department
            AgencyOri=IL0840100
            """;

    private static CityCheck check(String text) throws IOException {
        return CityCheck.of(Functions.ALL, CityFile.read(new StringReader(text)));
    }

    @Test
    void aCityThatIsRightIsTakenWithThePresetsOfTheStack() throws IOException {
        var check = check(CITY);

        assertThat(check.problems()).isEmpty();
        assertThat(check.facts())
                .containsEntry("account", "111122223333")
                .containsEntry("City", "springfield")
                .containsEntry("NonHitRetention", "7d")
                .containsEntry("AlertEmail", "")
                .containsEntry("cameras", "100")
                .containsEntry("reserved", "174")
                .containsEntry("canary", "true")
                .hasSize(6 + Parameter.ofStack().size());
    }

    @Test
    void theExampleLacksOnlyWhatACityAloneKnows() throws IOException {
        var check = check(Files.readString(EXAMPLE));

        assertThat(check.problems())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("account is missing"))
                .anyMatch(problem -> problem.startsWith("AgencyOri: "));
        assertThat(Parameter.ofStack().stream().map(Parameter::code))
                .allMatch(word -> check.facts().containsKey(word) || word.equals("AgencyOri"));
    }

    @Test
    void aNameOfItsOwnComesWithACertificateOfTheRegionThatCloudFrontLooksIn() throws IOException {
        var right = check(CITY + """
                webDomain=plates.springfield.example
                webCertificate=arn:aws:acm:us-east-1:111122223333:certificate/made-up
                """);
        var half = check(CITY + "webDomain=plates.springfield.example\n");
        var elsewhere = check(CITY + """
                webDomain=plates.springfield.example
                webCertificate=arn:aws:acm:us-west-2:111122223333:certificate/made-up
                """);

        assertThat(right.problems()).isEmpty();
        assertThat(right.facts()).containsEntry("webDomain", "plates.springfield.example");
        assertThat(half.problems())
                .containsExactly("webDomain and webCertificate are given together, or neither of them.");
        assertThat(elsewhere.problems())
                .containsExactly(
                        "webCertificate must be the ARN of a certificate in us-east-1, where CloudFront looks for it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tokenEndpoint=https://id.city.example/token|authorizeEndpoint and tokenEndpoint are given together",
                "authorizeEndpoint=http://id.city.example/a\\ntokenEndpoint=https://id.city.example/t|authorizeEndpoint must be an address",
                "emailSender=alerts at springfield|emailSender must be an e-mail address",
                "webDomain=https://plates.city.example\\nwebCertificate=arn:aws:acm:us-east-1:111122223333:certificate/x|webDomain must be a name"
            })
    void pagesAndNamesThatNoBrowserCouldUseAreRefused(String lines, String sentence) throws IOException {
        var check = check(CITY + lines.replace("\\n", "\n") + "\n");

        assertThat(check.problems()).anyMatch(problem -> problem.startsWith(sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-7d", "0d", "8d", "forever", "7", "7D", "-1"})
    void aRetentionThatIsNoneOfTheListIsRefused(String retention) throws IOException {
        var check = check(CITY + "NonHitRetention=" + retention);

        assertThat(check.problems())
                .singleElement()
                .asString()
                .startsWith("NonHitRetention: One of flush, 1d, 3d, 7d, 14d, 21d, 30d, 60d, 90d, 150d, 270d.");
    }

    @ParameterizedTest
    @CsvSource({"WA,30d,21 days", "NH,1d,three minutes", "MN,90d,60 days"})
    void aRetentionAboveTheCeilingIsRefusedWithTheLaw(String profile, String retention, String law) throws IOException {
        var check = check(CITY + "StateProfile=" + profile + "\nHitRetention=21d\nNonHitRetention=" + retention);

        assertThat(check.problems())
                .singleElement()
                .asString()
                .startsWith("NonHitRetention: At most ")
                .contains("under the profile " + profile)
                .contains(law);
    }

    @ParameterizedTest
    @CsvSource({
        "StateProfile=XX,StateProfile: One of",
        "StateProfile=nh,StateProfile: One of",
        "AgencyOri=12345,AgencyOri:",
        "AgencyOri=il0840100,AgencyOri:",
        "City=Springfield \"IL\",City:",
        "City='springfield',City:",
        "Agency=Police \"Department\",Agency:",
        "RecognizerOrder=fastest,RecognizerOrder: One of",
        "CameraUploadRate=121,CameraUploadRate: One of",
        "AlertEmail=chief,AlertEmail:",
        "region=Springfield,region must be an AWS region",
        "account=1234,account must be the 12 digits",
        "cameras=0,cameras must be a whole number",
        "cameras=many,cameras must be a whole number",
        "deployment=Passby!,deployment must be 2 to 21 small letters",
        "deployment=lawson,deployment must not hold amazon"
    })
    void aMalformedValueIsRefusedByName(String line, String sentence) throws IOException {
        var name = line.substring(0, line.indexOf('='));

        var check = check(CITY.lines().filter(one -> !one.startsWith(name + "=")).toList().stream()
                .reduce(line, (one, other) -> one + "\n" + other));

        assertThat(check.problems()).singleElement().asString().startsWith(sentence);
    }

    @Test
    void anIssuerComesWithItsKeysAndAudience() throws IOException {
        assertThat(check(CITY + "issuer=https://login.example/").problems())
                .singleElement()
                .asString()
                .startsWith("issuer, issuerKeys and audience are given together");
        assertThat(check(CITY + "canary=perhaps").problems())
                .containsExactly("canary must be true or false: whether new versions are let in little by little.");
        assertThat(check(CITY + "controlPlaneTopic=me").problems())
                .containsExactly("controlPlaneTopic must be the ARN of an SNS topic, or empty.");
        assertThat(check(CITY + "signingProfile=arn").problems())
                .singleElement()
                .asString()
                .contains("signedVersion are given together");
        assertThat(check(CITY + "issuer=http://login.example/\nissuerKeys=https://login.example/k\naudience=x")
                        .problems())
                .containsExactly("issuer must be an address that begins with https://.");
    }

    @Test
    void everyProblemIsToldAtOnce() throws IOException {
        var check = check("region=us-east-1\nNonHitRetention=8d\nColour=red\nregion=us-east-2");

        assertThat(check.problems())
                .hasSize(8)
                .contains("region stands there more than once.", "There is no property Colour.");
    }

    @Test
    void aFileThatCannotBeReadIsAProblem(@TempDir Path folder) throws IOException {
        var latin = folder.resolve("latin.properties");
        Files.write(latin, new byte[] {'C', 'i', 't', 'y', '=', (byte) 0xe9});
        var escape = folder.resolve("escape.properties");
        Files.writeString(escape, "City=\\u12");

        assertThat(CheckCity.check(folder.resolve("none")).problems())
                .singleElement()
                .asString()
                .endsWith("cannot be read.");
        assertThat(CheckCity.check(latin).problems()).singleElement().asString().endsWith("is not in UTF-8.");
        assertThat(CheckCity.check(escape).problems())
                .singleElement()
                .asString()
                .contains("malformed escape");
    }
}
