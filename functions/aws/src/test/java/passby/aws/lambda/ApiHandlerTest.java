package passby.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.stub.CapturedLog;
import passby.aws.testing.NoContext;
import passby.aws.transparency.PublicHandler;
import passby.core.delivery.AlertReach;
import passby.core.ledger.Count;
import passby.core.ledger.InMemoryCounters;
import passby.core.lists.CachedLists;
import passby.core.lists.InMemoryLists;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** A function with routes, handed bytes as Lambda does. */
final class ApiHandlerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEALTH = """
            {"resource": "/v1/health", "path": "/v1/health", "httpMethod": "GET", "headers": {"User-Agent": "x"},
             "multiValueHeaders": {"User-Agent": ["x"]}, "queryStringParameters": null, "pathParameters": null,
             "stageVariables": null, "requestContext": {"requestId": "r-1", "accountId": "000000000000"},
             "body": null, "isBase64Encoded": false}
            """;

    private final List<APIGatewayProxyRequestEvent> received = new ArrayList<>();
    private final InMemoryCounters counters = new InMemoryCounters();
    private final MutableClock clock = new MutableClock(TestData.NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final ApiHandler publicFiles = new PublicHandler(
            counters,
            new AlertReach(city.watermarks(), clock),
            new CachedLists(new InMemoryLists(city.ledger()), clock),
            clock);

    @Test
    void anEventOfTheGatewayIsAnsweredAsTheGatewayExpects() throws IOException {
        var answer = send(publicFiles, HEALTH);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("headers").path("Content-Type").asText()).isEqualTo("application/json");
        assertThat(answer.path("body").asText()).isEqualTo("{\"status\":\"up\",\"alerts\":\"UNREACHED\"}");
        assertThat(answer.path("isBase64Encoded").isBoolean()).isTrue();
        assertThat(counters.total(Count.HEALTH)).isOne();
    }

    @Test
    void everythingThatHandlersLookAtArrives() throws IOException {
        ApiHandler handler = (event, context) -> {
            received.add(event);
            return new APIGatewayProxyResponseEvent().withStatusCode(204).withHeaders(Map.of());
        };

        send(
                handler,
                HEALTH.replace(
                        "\"body\": null, \"isBase64Encoded\": false", "\"body\": \"e30=\", \"isBase64Encoded\": true"));

        var event = received.getFirst();
        assertThat(event.getHttpMethod()).isEqualTo("GET");
        assertThat(event.getPath()).isEqualTo("/v1/health");
        assertThat(event.getBody()).isEqualTo("e30=");
        assertThat(event.getIsBase64Encoded()).isTrue();
        assertThat(event.getHeaders()).isEqualTo(Map.of("User-Agent", "x"));
        assertThat(event.getMultiValueHeaders()).isEqualTo(Map.of("User-Agent", List.of("x")));
        assertThat(event.getRequestContext().getRequestId()).isEqualTo("r-1");
    }

    @Test
    void theWeeklyNoOpIsAnsweredWithoutCountingOrLogging() throws IOException {
        try (var log = new CapturedLog()) {
            var answer = send(publicFiles, "{\"warm\": true}");

            assertThat(answer).isEqualTo(JSON.readTree("{\"warm\": true}"));
            assertThat(log.text()).isEmpty();
        }
        assertThat(Count.values()).allMatch(count -> counters.total(count) == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"warm\": false}", "{\"warm\": \"true\"}", "{\"warm\": true, \"path\": \"/v1/health\"}"})
    void nothingElseIsTakenForTheNoOp(String event) throws IOException {
        var answer = send(publicFiles, event);

        assertThat(answer.has("warm")).isFalse();
        assertThat(answer.has("statusCode")).isTrue();
    }

    @Test
    void whatIsNoEventAtAllReachesLambdaAsAFailure() {
        assertThatThrownBy(() -> send(publicFiles, "[]")).isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonNode send(ApiHandler handler, String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, new NoContext());
        return JSON.readTree(answer.toByteArray());
    }
}
