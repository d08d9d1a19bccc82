package passby.aws.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.api.AlertFunctions;
import passby.aws.api.CallerKind;
import passby.aws.api.CaptureFunctions;
import passby.aws.api.PublicFunctions;
import passby.aws.api.SearchFunctions;
import passby.aws.http.Authentication.Anyone;
import passby.aws.json.Failure;
import passby.aws.json.JsonObject;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.GoodCalls;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.ledger.InMemoryCounters;
import passby.core.policy.PolicyUnavailable;
import passby.core.testing.TestData;

final class ApiEndpointTest {
    private final EdgeCity city = new EdgeCity();

    @Test
    void anUnknownPathIsNotFound() {
        var reply = city.asOperator(Call.get("/v1/nothing"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.problem()).isEqualTo("not-found");
    }

    @Test
    void anotherMethodIsToldWhatIsAllowed() {
        var reply = city.asOperator(Call.delete("/v1/hits"));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET");
    }

    @Test
    void aMegabyteIsRefusedBeforeAnythingElseIsAsked() {
        var reply = city.send(Call.post("/v1/searches", "{\"plate\":\"" + "x".repeat(1 << 20) + "\"}"));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(city.stores().counters().total(Count.REQUEST_UNAUTHENTICATED))
                .isZero();
    }

    @Test
    void onlyJsonIsRead() {
        var call = Call.post("/v1/searches", GoodCalls.search(city));

        assertThat(city.asOperator(call.withHeader("content-type", "text/plain"))
                        .status())
                .isEqualTo(415);
        assertThat(city.asOperator(new Call("POST", call.path(), Map.of(), call.body()))
                        .status())
                .isEqualTo(415);
        assertThat(city.asOperator(call.withHeader("content-type", "Application/JSON; charset=utf-8"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoJsonObjectIsSaidToBeNone() {
        var reply = city.asOperator(Call.post("/v1/searches", "{\"plate\":\"3PSB001\",\"plate\":\"3PSB002\"}"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("malformed-json");
        assertThat(reply.body()).doesNotContain("3PSB");
    }

    @Test
    void aBodyInBase64IsTheSameBody() {
        var call = Call.post("/v1/searches", GoodCalls.search(city)).withToken(city.operatorToken());
        var event = call.event()
                .withBody(Base64.getEncoder().encodeToString(call.bytes()))
                .withIsBase64Encoded(true);

        assertThat(city.send(SearchFunctions.SEARCH, event, call).status()).isEqualTo(200);
    }

    @Test
    void aBodyThatOnlyClaimsToBeBase64IsMalformed() {
        var call = Call.post("/v1/searches", GoodCalls.search(city)).withToken(city.operatorToken());

        var reply = city.send(
                SearchFunctions.SEARCH, call.event().withIsBase64Encoded(true).withBody("{{{"), call);

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void anEventWithNothingInItIsNotFound() {
        var reply = city.send(AlertFunctions.HITS, new APIGatewayProxyRequestEvent(), Call.get(""));

        assertThat(reply.status()).isEqualTo(404);
    }

    @Test
    void everyAnswerForbidsToKeepGuessFrameOrRunIt() {
        var reply = city.send(Call.get("/v1/health"));

        assertThat(reply.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void withoutAPolicyNothingIsAnswered() {
        city.stores().policyDocuments().setReadable(false);
        var call = Call.post("/v1/uploads", GoodCalls.uploads(city, Duration.ZERO));

        var person = city.asOperator(Call.get("/v1/hits"));
        var camera = city.asCamera(call);

        assertThat(person.status()).isEqualTo(503);
        assertThat(person.header("Retry-After")).isEqualTo("5");
        assertThat(camera.status()).isEqualTo(503);
    }

    @Test
    void whatBreaksIsToldByNumberAlone() {
        var reply = edge(new IllegalStateException("plate 3PSB001 is broken"))
                .handle(Call.get("/v1/health").event());

        assertThat(reply.getStatusCode()).isEqualTo(500);
        assertThat(reply.getBody()).contains("\"correlationId\":\"request-1\"").doesNotContain("3PSB001");
    }

    @Test
    void aPolicyThatIsGoneIsNoFault() {
        var reply = edge(new PolicyUnavailable(new IllegalStateException("no table")))
                .handle(Call.get("/v1/health").event());

        assertThat(reply.getStatusCode()).isEqualTo(503);
    }

    @Test
    void whatIsLoggedOfAFailureIsWhereAndNotWhat() {
        var failure = new IllegalStateException("3PSB001", new IllegalArgumentException("Bearer abc"));

        var text = Failure.describe(failure);

        assertThat(text)
                .contains(
                        "java.lang.IllegalStateException",
                        "caused by java.lang.IllegalArgumentException",
                        "ApiEndpointTest")
                .doesNotContain("3PSB001", "Bearer");
    }

    @Test
    void aRefusalStandsEvenWhenItCannotBeCounted() {
        var edge = new ApiEndpoint<>(
                PublicFunctions.PUBLIC_FILES,
                new Authentication<Anyone>() {
                    @Override
                    public CallerKind kind() {
                        return CallerKind.PUBLIC;
                    }

                    @Override
                    public Verdict<Anyone> verify(HttpRequest request) {
                        return new Verdict.Refused<>();
                    }
                },
                operations(new IllegalStateException("never called")),
                new BrokenCounters(),
                clock());

        assertThat(edge.handle(Call.get("/v1/health").event()).getStatusCode()).isEqualTo(401);
    }

    @Test
    void anEdgeServesExactlyTheRoutesOfItsFunction() {
        assertThatThrownBy(() -> new ApiEndpoint<Anyone>(
                        PublicFunctions.PUBLIC_FILES, Authentication.none(), Map.of(), new InMemoryCounters(), clock()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ApiEndpoint<Anyone>(
                        CaptureFunctions.ISSUE_UPLOAD_URLS,
                        Authentication.none(),
                        Map.of(
                                "issueUploadUrls",
                                (caller, request) -> Answer.notFound(),
                                "postReads",
                                (caller, request) -> Answer.notFound()),
                        new InMemoryCounters(),
                        clock()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textOutsideAsciiSurvives() {
        var object = new JsonObject()
                .with("a", "\u00e9\uD83D\uDE00\"\n")
                .with("b", null)
                .with("c", 1.5);

        assertThat(new String(object.string().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"\u00e9\uD83D\uDE00\\\"\\n\",\"b\":null,\"c\":1.5}");
    }

    private static ApiEndpoint<Anyone> edge(RuntimeException failure) {
        return new ApiEndpoint<>(
                PublicFunctions.PUBLIC_FILES,
                Authentication.none(),
                operations(failure),
                new InMemoryCounters(),
                clock());
    }

    private static Map<String, RouteAction<Anyone>> operations(RuntimeException failure) {
        RouteAction<Anyone> broken = (caller, request) -> {
            throw failure;
        };
        return Map.of("health", broken, "listPublicLists", broken, "openApi", broken);
    }

    private static final class BrokenCounters implements Counters {
        @Override
        public void add(Map<Count, Long> amounts, Instant at) {
            throw new IllegalStateException("no table");
        }

        @Override
        public Map<Count, Long> ofMinute(Instant minute) {
            throw new IllegalStateException("no table");
        }
    }

    private static Clock clock() {
        return Clock.fixed(TestData.NOW, ZoneOffset.UTC);
    }
}
