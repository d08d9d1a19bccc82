package passby.aws.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.stub.HttpStub;
import passby.aws.stub.HttpStub.Answer;
import passby.core.form.Problem;

final class CustomResourceTest {
    private static final Answer TAKEN = new Answer(200, Map.of(), "");
    private static final AnswerUrls AT_ONCE =
            new AnswerUrls(List.of(Duration.ofMillis(1), Duration.ofMillis(1)), Duration.ofSeconds(5));

    private static JsonNode answered(String kind, CustomResource.Work work) {
        return answered(kind, Map.of("City", "springfield"), work);
    }

    private static JsonNode answered(String kind, Map<String, String> properties, CustomResource.Work work) {
        try (var stub = HttpStub.answering(TAKEN)) {
            new CustomResource(work, AT_ONCE, Duration.ofSeconds(5))
                    .handle(DeploymentEvents.event(kind, url(stub), properties));
            var received = stub.received().getFirst();
            assertThat(received.method()).isEqualTo("PUT");
            assertThat(received.headers()).doesNotContainKey("Content-Type");
            assertThat(received.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4096);
            return new ObjectMapper().readTree(received.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static URI url(HttpStub stub) {
        return stub.endpoint().resolve("/answer?signed=yes");
    }

    private static CustomResource.Work succeeding() {
        return (parameters, origin) -> new DeploymentAnswer.Succeeded(parameters);
    }

    @Test
    void whatWasDoneIsAnsweredWithWhatTheEventNamed() {
        var answer = answered("Create", succeeding());

        assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS");
        assertThat(answer.path("StackId").asText()).endsWith("stack/passby-service/1");
        assertThat(answer.path("RequestId").asText()).isEqualTo("request-1");
        assertThat(answer.path("LogicalResourceId").asText()).isEqualTo("Policy");
        assertThat(answer.path("PhysicalResourceId").asText()).isEqualTo("passby-Policy");
        assertThat(answer.path("Data").path("City").asText()).isEqualTo("springfield");
    }

    @Test
    void whatTheTemplateAddsForItselfIsNoParameter() {
        var answer = answered(
                "Update", Map.of("City", "springfield", "PolicyHash", "0", "ServiceTimeout", "60"), succeeding());

        assertThat(answer.path("Data").properties()).hasSize(1);
    }

    @Test
    void theOriginIsThatOfTheRequestSoThatARepeatIsKnown() {
        var origins = new AtomicReference<>("");

        answered("Update", (parameters, origin) -> {
            origins.set(origin);
            return new DeploymentAnswer.Succeeded(Map.of());
        });

        assertThat(origins).hasValue("stack request request-1");
    }

    @Test
    void deletingSucceedsAndDoesNothing() {
        var answer = answered("Delete", (parameters, origin) -> {
            throw new AssertionError("nothing is deleted");
        });

        assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS");
    }

    @Test
    void aRefusalFailsTheDeploymentWithItsSentences() {
        var problems = List.of(
                new Problem("NonHitRetention", "above-the-ceiling", "At most 21d under the profile VA (the law)."),
                new Problem("City", "malformed", "The city's short name."));

        var answer = answered("Update", (parameters, origin) -> DeploymentAnswer.refused(problems));

        assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
        assertThat(answer.path("Reason").asText())
                .isEqualTo(
                        "NonHitRetention: At most 21d under the profile VA (the law). | City: The city's short name.");
    }

    @Test
    void whatBreaksFailsTheDeploymentWithoutItsMessage() {
        var answer = answered("Create", (parameters, origin) -> {
            throw new IllegalStateException("a secret");
        });

        assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
        assertThat(answer.path("Reason").asText())
                .contains("IllegalStateException")
                .doesNotContain("secret");
    }

    @Test
    void whatHangsFailsTheDeploymentInTime() {
        var never = new CountDownLatch(1);
        try (var stub = HttpStub.answering(TAKEN)) {
            var hanging = new CustomResource(
                    (parameters, origin) -> {
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return new DeploymentAnswer.Succeeded(Map.of());
                    },
                    AT_ONCE,
                    Duration.ofMillis(50));

            hanging.handle(DeploymentEvents.event("Create", url(stub), Map.of()));

            assertThat(stub.received().getFirst().body()).contains("FAILED", "did not finish");
        }
    }

    @Test
    void aPropertyThatIsNoTextIsRefused() {
        try (var stub = HttpStub.answering(TAKEN)) {
            var event = DeploymentEvents.json("Create", "request-1", url(stub).toString(), Map.of("City", "x"))
                    .replace("\"City\":\"x\"", "\"City\":[\"x\"]");

            new CustomResource(succeeding(), AT_ONCE, Duration.ofSeconds(5))
                    .handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));

            assertThat(stub.received().getFirst().body()).contains("FAILED", "is a text");
        }
    }

    @Test
    void aLongSentenceIsCutAndAShortAnswerIsWhole() {
        var answer = answered(
                "Create", (parameters, origin) -> new DeploymentAnswer.Failed("Städte \uD83D\uDE00\" ".repeat(2000)));

        assertThat(answer.path("Reason").asText()).startsWith("Städte").endsWith("…");
    }

    @Test
    void anAnswerThatNobodyTakesIsTriedAgain() {
        var tries = new AtomicInteger();
        try (var stub =
                HttpStub.answering(request -> tries.incrementAndGet() < 3 ? new Answer(503, Map.of(), "") : TAKEN)) {
            new CustomResource(succeeding(), AT_ONCE, Duration.ofSeconds(5))
                    .handle(DeploymentEvents.event("Create", url(stub), Map.of()));

            assertThat(stub.received()).hasSize(3);
        }
    }

    @Test
    void aStoreThatIsDownIsNotAskedForEver() {
        try (var stub = HttpStub.answering(new Answer(503, Map.of(), ""))) {
            var resource = new CustomResource(succeeding(), AT_ONCE, Duration.ofSeconds(5));

            assertThatThrownBy(() -> resource.handle(DeploymentEvents.event("Create", url(stub), Map.of())))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(stub.received()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 403, 404})
    void anAnswerThatIsRefusedIsNotTriedAgain(int status) {
        try (var stub = HttpStub.answering(new Answer(status, Map.of("Location", "http://127.0.0.1/"), ""))) {
            var resource = new CustomResource(succeeding(), AT_ONCE, Duration.ofSeconds(5));

            assertThatThrownBy(() -> resource.handle(DeploymentEvents.event("Create", url(stub), Map.of())))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(stub.received()).hasSize(1);
        }
    }

    @Test
    void whatIsNoEventIsRefusedWithoutAnAnswer() {
        var resource = new CustomResource(succeeding(), AT_ONCE, Duration.ofSeconds(5));

        assertThatThrownBy(() -> resource.handle(new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePatienceAndTheAnswerFitIntoTheFunctionsMinute() {
        var answering = AnswerUrls.PAUSES.stream()
                .reduce(Duration.ZERO, Duration::plus)
                .plus(AnswerUrls.TIMEOUT.multipliedBy(AnswerUrls.PAUSES.size() + 1L));

        assertThat(CustomResource.PATIENCE.plus(answering)).isLessThan(Duration.ofSeconds(57));
    }
}
