package passby.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LambdaHttpTest {
    private final Recorder handler = new Recorder();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LambdaHttp http;

    @BeforeEach
    void start() throws IOException {
        http = LambdaHttp.start(0, handler, Fixed.INVOCATIONS);
    }

    @AfterEach
    void stop() {
        client.close();
        http.close();
    }

    @Test
    void textGoesInAndOutAsItIs() throws Exception {
        handler.answer = new APIGatewayProxyResponseEvent().withStatusCode(201).withBody("{\"plate\":\"über €\"}");

        var answer = send(request("/v1/searches?q=a%20b&q=c%26d&empty=")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"Jürgen 😀\"}")));

        var event = handler.events.take();
        assertThat(event.getHttpMethod()).isEqualTo("POST");
        assertThat(event.getPath()).isEqualTo("/v1/searches");
        assertThat(event.getBody()).isEqualTo("{\"name\":\"Jürgen 😀\"}");
        assertThat(event.getIsBase64Encoded()).isFalse();
        assertThat(event.getQueryStringParameters()).isEqualTo(Map.of("q", "c&d", "empty", ""));
        assertThat(event.getMultiValueQueryStringParameters())
                .isEqualTo(Map.of("q", List.of("a b", "c&d"), "empty", List.of("")));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{\"plate\":\"über €\"}");
    }

    @Test
    void aBodyThatIsNotTextTravelsInBase64BothWays() throws Exception {
        byte[] picture = {(byte) 0xff, (byte) 0xd8, 0, 1, 2, (byte) 0x80};
        handler.answer = new APIGatewayProxyResponseEvent()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", "image/jpeg"))
                .withBody(Base64.getEncoder().encodeToString(picture))
                .withIsBase64Encoded(true);

        var answer = send(request("/picture").POST(BodyPublishers.ofByteArray(picture)));

        var event = handler.events.take();
        assertThat(event.getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(event.getBody())).isEqualTo(picture);
        assertThat(answer.body()).isEqualTo(picture);
        assertThat(answer.headers().firstValue("content-type")).hasValue("image/jpeg");
    }

    @Test
    void aHeaderGivenTwiceIsThereTwiceInBothDirections() throws Exception {
        handler.answer = new APIGatewayProxyResponseEvent()
                .withStatusCode(200)
                .withHeaders(Map.of("X-One", "1", "Set-Cookie", "dropped=1"))
                .withMultiValueHeaders(Map.of("Set-Cookie", List.of("a=1", "b=2")));

        var answer = send(request("/").header("X-Many", "first").header("X-Many", "second"));

        var event = handler.events.take();
        assertThat(event.getMultiValueHeaders()).containsEntry("x-many", List.of("first", "second"));
        assertThat(event.getHeaders()).containsEntry("x-many", "second");
        assertThat(answer.headers().allValues("set-cookie")).containsExactlyInAnyOrder("a=1", "b=2");
        assertThat(answer.headers().firstValue("x-one")).hasValue("1");
    }

    @Test
    void theHandlerLearnsWhoAsksAndUnderWhichId() throws Exception {
        var _ = send(request("/a%2Fb"));

        var event = handler.events.take();
        assertThat(event.getPath()).isEqualTo("/a%2Fb");
        assertThat(event.getBody()).isNull();
        assertThat(event.getRequestContext().getIdentity().getSourceIp()).isEqualTo("127.0.0.1");
        assertThat(event.getRequestContext().getRequestId()).isEqualTo("request-1");
        assertThat(event.getRequestContext().getRequestTimeEpoch()).isEqualTo(Fixed.NOW.toEpochMilli());
    }

    @Test
    void aBodyOfTenMegabytesArrivesAndOneByteMoreIsRefused() throws Exception {
        var largest = new byte[10 * 1024 * 1024];

        var accepted = send(request("/").POST(BodyPublishers.ofByteArray(largest)));
        var refused = send(request("/").POST(BodyPublishers.ofByteArray(new byte[largest.length + 1])));

        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(handler.events).hasSize(1);
    }

    @Test
    void headersBeyondTheLimitOfApiGatewayAreRefused() throws Exception {
        var refused = send(request("/").header("X-Long", "x".repeat(10_240)));

        assertThat(refused.statusCode()).isEqualTo(431);
        assertThat(handler.events).isEmpty();
    }

    @Test
    void aHandlerThatThrowsSaysNothingOfWhy() throws Exception {
        handler.failure = new IllegalStateException("the plate was ABC1234");

        var answer = send(request("/"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{\"message\": \"Internal server error\"}");
    }

    @Test
    void anAnswerWithoutAStatusIsAFailureOfTheHandler() throws Exception {
        handler.answer = new APIGatewayProxyResponseEvent().withBody("secret");

        var answer = send(request("/"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(new String(answer.body(), UTF_8)).doesNotContain("secret");
    }

    @Test
    void anAnswerToHeadHasNoBody() throws Exception {
        handler.answer = new APIGatewayProxyResponseEvent().withStatusCode(200).withBody("text");

        var answer = send(request("/").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(http.endpoint().resolve(target));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Keeps every event and answers or fails as it is told. */
    private static final class Recorder
            implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
        final BlockingQueue<APIGatewayProxyRequestEvent> events = new LinkedBlockingQueue<>();
        volatile APIGatewayProxyResponseEvent answer = new APIGatewayProxyResponseEvent().withStatusCode(200);
        volatile @Nullable RuntimeException failure;

        @Override
        public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
            events.add(event);
            if (failure != null) {
                throw failure;
            }
            return answer;
        }
    }
}
