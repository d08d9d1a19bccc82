package passby.aws.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.stub.HttpStub;
import passby.aws.stub.HttpStub.Answer;
import passby.aws.stub.Pointed;
import passby.core.governance.OptOut.Status;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

final class OrganizationsOptOutTest {
    private static final String ACCOUNT = "123456789012";
    private static final String OUT = "{\"opt_out_policy\":\"optOut\"}";
    private static final String IN = "{\"opt_out_policy\":\"optIn\"}";

    @Test
    void theAccountsOwnEffectivePolicyIsAskedFor() throws Exception {
        try (var stub = HttpStub.answering(effective("{\"services\":{\"default\":" + OUT + "}}"))) {
            status(stub.endpoint(), OrganizationsOptOut.clientConfiguration());

            var request = stub.received().getFirst();
            assertThat(request.headers())
                    .containsEntry("X-Amz-Target", "AWSOrganizationsV20161128.DescribeEffectivePolicy");
            assertThat(new ObjectMapper().readTree(request.body()))
                    .isEqualTo(new ObjectMapper().readTree("{\"PolicyType\":\"AISERVICES_OPT_OUT_POLICY\"}"));
        }
    }

    @Test
    void whoOptedOutOfAllServicesOptedOut() {
        assertThat(status("{\"services\":{\"default\":" + OUT + "}}")).isEqualTo(Status.IN_FORCE);
    }

    @Test
    void whoOptedOutOfRekognitionAloneOptedOut() {
        assertThat(status("{\"services\":{\"rekognition\":" + OUT + "}}")).isEqualTo(Status.IN_FORCE);
        assertThat(status("{\"services\":{\"default\":" + IN + ",\"rekognition\":" + OUT + "}}"))
                .isEqualTo(Status.IN_FORCE);
    }

    @Test
    void whatIsSaidOfRekognitionCountsBeforeWhatIsSaidOfAll() {
        assertThat(status("{\"services\":{\"default\":" + OUT + ",\"rekognition\":" + IN + "}}"))
                .isEqualTo(Status.NOT_IN_FORCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"services\":{}}",
                "{\"services\":{\"lex\":{\"opt_out_policy\":\"optOut\"}}}",
                "{\"services\":{\"default\":{\"opt_out_policy\":\"optIn\"}}}",
                "{\"services\":{\"default\":{\"opt_out_policy\":true}}}",
                "{\"services\":[]}"
            })
    void whoDidNotOptOutDidNot(String content) {
        assertThat(status(content)).isEqualTo(Status.NOT_IN_FORCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no JSON", "[]", "{\"services\":{\"default\":null}}", "{\"services\":1,\"services\":2}"})
    void whatCannotBeReadIsUnknown(String content) {
        assertThat(status(content)).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void anAnswerWithoutAPolicyIsUnknown() {
        assertThat(asked(Answer.json(200, "{}"))).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void anAccountWithoutSuchAPolicyDidNotOptOut() {
        assertThat(asked(refusal(400, "EffectivePolicyNotFoundException"))).isEqualTo(Status.NOT_IN_FORCE);
    }

    @ParameterizedTest
    @CsvSource({
        "400, AWSOrganizationsNotInUseException",
        "400, AccessDeniedException",
        "400, TooManyRequestsException",
        "400, InvalidInputException",
        "500, ServiceException",
        "503, ServiceUnavailable"
    })
    void whereItCannotBeToldItIsUnknown(int status, String type) {
        assertThat(asked(refusal(status, type))).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void nobodyAnsweringIsUnknownInTime() {
        try (var stub = HttpStub.silent()) {
            var impatient = ClientOverrideConfiguration.builder()
                    .apiCallTimeout(Duration.ofMillis(200))
                    .build();

            assertThat(status(stub.endpoint(), impatient)).isEqualTo(Status.UNKNOWN);
        }
        assertThat(OrganizationsOptOut.clientConfiguration().apiCallTimeout()).contains(Duration.ofSeconds(12));
    }

    @Test
    void nobodyListeningIsUnknown() {
        URI endpoint;
        try (var stub = HttpStub.silent()) {
            endpoint = stub.endpoint();
        }

        assertThat(status(endpoint, OrganizationsOptOut.clientConfiguration())).isEqualTo(Status.UNKNOWN);
    }

    /** Organizations is one service for all regions; a city may be in any of them. */
    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "us-west-2", "eu-central-1"})
    void aCityInAnyRegionAsksTheSamePlace(String region) {
        var asked = new AtomicReference<>("");
        var client = OrganizationsClient.builder()
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAMADEUP", "made-up")))
                .httpClient(new Listening(asked))
                .build();

        assertThat(new OrganizationsOptOut(client, ACCOUNT).status()).isEqualTo(Status.UNKNOWN);

        assertThat(asked).hasValue("organizations.us-east-1.amazonaws.com");
    }

    /** Sends nothing; remembers whereto it would have gone. */
    private record Listening(AtomicReference<String> asked) implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            asked.set(request.httpRequest().host());
            throw SdkClientException.create("nothing is sent");
        }

        @Override
        public void close() {}
    }

    /** A member account may ask for its own policy alone, and only when it names itself (Organizations API Reference). */
    @Test
    void theAccountAsksForItsOwnPolicy() {
        try (var stub = HttpStub.answering(effective("{}"))) {
            status(stub.endpoint(), OrganizationsOptOut.clientConfiguration());

            assertThat(stub.received())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body()).contains("\"TargetId\":\"" + ACCOUNT + "\""));
        }
    }

    private static Answer effective(String content) {
        var text = JsonNodeFactory.instance.textNode(content);
        return Answer.json(
                200,
                "{\"EffectivePolicy\":{\"PolicyType\":\"AISERVICES_OPT_OUT_POLICY\",\"PolicyContent\":" + text + "}}");
    }

    private static Answer refusal(int status, String type) {
        return new Answer(
                status, Map.of("Content-Type", "application/x-amz-json-1.1"), "{\"__type\":\"" + type + "\"}");
    }

    private static Status status(String content) {
        return asked(effective(content));
    }

    private static Status asked(Answer answer) {
        try (var stub = HttpStub.answering(answer)) {
            return status(stub.endpoint(), OrganizationsOptOut.clientConfiguration());
        }
    }

    private static Status status(URI endpoint, ClientOverrideConfiguration configuration) {
        var client = Pointed.at(endpoint, OrganizationsClient.builder())
                .overrideConfiguration(configuration)
                .build();
        return new OrganizationsOptOut(client, ACCOUNT).status();
    }
}
