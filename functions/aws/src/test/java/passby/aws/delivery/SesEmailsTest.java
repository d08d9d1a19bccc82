package passby.aws.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.stub.HttpStub;
import passby.aws.stub.Pointed;
import passby.core.delivery.EmailAddress;
import passby.core.delivery.Sending;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

final class SesEmailsTest {
    private static final EmailAddress LOPEZ = new EmailAddress("lopez@springfield.example");
    private static final String SENDER = "alerts@springfield.example";
    private static final HttpStub.Answer TAKEN = HttpStub.Answer.json(200, "{\"MessageId\":\"made-up\"}");

    @Test
    void aMessageIsPlainTextFromTheCitysSenderToOneAddress() throws JsonProcessingException {
        try (var stub = stub(TAKEN)) {
            assertThat(send(stub)).isEqualTo(Sending.SENT);

            var message = new ObjectMapper().readTree(stub.received().getLast().body());
            assertThat(message.path("FromEmailAddress").asText()).isEqualTo(SENDER);
            assertThat(message.path("Destination").toString())
                    .isEqualTo("{\"ToAddresses\":[\"lopez@springfield.example\"]}");
            var simple = message.path("Content").path("Simple");
            assertThat(simple.path("Subject").path("Data").asText()).isEqualTo("Passby");
            assertThat(simple.path("Body").path("Text").path("Data").asText()).isEqualTo("the fixed text");
            assertThat(simple.path("Body").has("Html")).isFalse();
        }
    }

    @Test
    void aMailboxThatBouncedForGoodIsGoneAndIsSentNothing() {
        try (var stub = HttpStub.answering(HttpStub.Answer.json(
                200,
                "{\"SuppressedDestination\":{\"EmailAddress\":\"lopez@springfield.example\",\"Reason\":\"BOUNCE\","
                        + "\"LastUpdateTime\":1700000000}}"))) {
            assertThat(send(stub)).isEqualTo(Sending.GONE);

            assertThat(stub.received())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.path()).startsWith("/v2/email/suppression/addresses/"));
        }
    }

    @Test
    void anAddressThatSesRefusesIsNotTriedAgain() {
        try (var stub = stub(problem(400, "BadRequestException"))) {
            assertThat(send(stub)).isEqualTo(Sending.REFUSED);
        }
    }

    @Test
    void aThrottledMessageIsTriedAgainLater() {
        try (var stub = stub(problem(429, "TooManyRequestsException"))) {
            assertThatThrownBy(() -> send(stub)).isInstanceOf(SesV2Exception.class);
        }
    }

    @Test
    void aThrottledQuestionAfterTheSuppressionListIsNoMailboxThatIsGone() {
        try (var stub = HttpStub.answering(problem(429, "TooManyRequestsException"))) {
            assertThatThrownBy(() -> send(stub)).isInstanceOf(SesV2Exception.class);
        }
    }

    @Test
    void whileTheAccountsSendingIsPausedMessagesWait() {
        try (var stub = stub(problem(400, "SendingPausedException"))) {
            assertThatThrownBy(() -> send(stub)).isInstanceOf(SesV2Exception.class);
        }
    }

    /** Whose suppression list is empty. */
    private static HttpStub stub(HttpStub.Answer toMessages) {
        return HttpStub.answering(
                request -> request.method().equals("GET") ? problem(404, "NotFoundException") : toMessages);
    }

    private static HttpStub.Answer problem(int status, String type) {
        return new HttpStub.Answer(
                status, Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type), "{\"message\":\"\"}");
    }

    private static Sending send(HttpStub stub) {
        try (var ses = Pointed.at(stub.endpoint(), SesV2Client.builder())
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build()) {
            return new SesEmails(ses, SENDER).send(LOPEZ, "Passby", "the fixed text");
        }
    }
}
