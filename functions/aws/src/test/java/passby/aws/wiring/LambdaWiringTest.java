package passby.aws.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.CaptureFunctions;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.HotListFunctions;
import passby.aws.api.SearchFunctions;
import passby.aws.stub.HttpStub;
import passby.core.capture.CaptureFacts;
import passby.core.capture.UploadKey;
import passby.core.capture.UploadRequest;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** How a function starts from its environment, over a loopback stub that stands for every service. */
final class LambdaWiringTest {
    private final MutableClock clock = new MutableClock(TestData.NOW);
    private final List<Integer> drawn = new ArrayList<>();

    static List<FunctionSpec> functions() {
        return Functions.ALL;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionWithoutItsSettingsNamesEachOfThem(FunctionSpec function) {
        var failure = assertThatThrownBy(
                () -> LambdaWiring.of(function, Map.of("AWS_REGION", "us-east-1"), clock, this::draw));

        function.settings().forEach(setting -> failure.hasMessageContaining(setting.variable()));
    }

    @Test
    void aFunctionWithoutASnapshotAsksNobodyAtItsStart() {
        try (var services = HttpStub.answering(HttpStub.Answer.json(400, "{}"))) {
            LambdaWiring.of(
                    SearchFunctions.SEARCH,
                    variables(SearchFunctions.SEARCH, services.endpoint(), "on-demand"),
                    clock,
                    this::draw);

            assertThat(services.received()).isEmpty();
            assertThat(drawn).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aStartIsRehearsedByReadingInTheNameOfNobodyAndLeavesNoConnectionOpen(FunctionSpec function) {
        try (var services = HttpStub.answering(HttpStub.Answer.json(400, "{}"))) {
            LambdaWiring.of(function, variables(function, services.endpoint(), "snap-start"), clock, this::draw);

            assertThat(services.received()).isNotEmpty().allSatisfy(request -> {
                assertThat(request.headers().getOrDefault("Authorization", ""))
                        .contains("AKIAREHEARSAL0000000")
                        .doesNotContain("AKIATHEFUNCTIONSOWN1");
                assertThat(request.headers().getOrDefault("Connection", "")).isEqualToIgnoringCase("close");
                assertThat(request.method() + " " + request.headers().getOrDefault("X-Amz-Target", ""))
                        .matches("POST DynamoDB_20120810.GetItem|HEAD |GET ");
            });
        }
    }

    /** A generator that a snapshot held would tell each of its copies the same secrets. */
    @Test
    void noChanceIsDrawnBeforeTheSnapshotAndEachUseAfterItIsNew() {
        try (var services = HttpStub.answering(HttpStub.Answer.json(400, "{}"))) {
            var function = HotListFunctions.HOT_LISTS;
            var wiring = LambdaWiring.of(
                    function, variables(function, services.endpoint(), "snap-start"), clock, this::draw);

            assertThat(drawn).isEmpty();
            assertThat(wiring.newId()).isNotEqualTo(wiring.newId());
            assertThat(drawn).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4566, http://127.0.0.1:4566/frames/",
        "http://localhost:4566, http://localhost:4566/frames/",
        "http://s3.example:4566, http://frames.s3.example:4566/",
        ", https://frames.s3."
    })
    void aBucketStandsInThePathWhereTheHostHasNoNamesOfItsOwn(@Nullable String endpoint, String expected) {
        var variables = variables(CaptureFunctions.ISSUE_UPLOAD_URLS, URI.create("http://127.0.0.1:1"), "on-demand");
        variables.remove("AWS_ENDPOINT_URL");
        if (endpoint != null) {
            variables.put("AWS_ENDPOINT_URL_S3", endpoint);
        }
        var urls = LambdaWiring.of(CaptureFunctions.ISSUE_UPLOAD_URLS, variables, clock, this::draw)
                .capture()
                .uploadUrls();

        var signed = urls.sign(
                new UploadKey(TestData.NOW, "elm-third-n", "01KTEST0000000000000000002"),
                new UploadRequest(1, "0".repeat(64), new CaptureFacts(TestData.NOW, null, null, null, 0)),
                Duration.ofMinutes(1));

        assertThat(signed.url().toString()).startsWith(expected).contains("AKIATHEFUNCTIONSOWN1");
    }

    private byte[] draw(int count) {
        drawn.add(count);
        var bytes = new byte[count];
        bytes[0] = (byte) drawn.size();
        return bytes;
    }

    private static Map<String, String> variables(FunctionSpec function, URI services, String initialization) {
        var variables = new HashMap<String, String>();
        for (var setting : function.settings()) {
            variables.put(setting.variable(), "https://issuer.example/made-up");
        }
        variables.put("PASSBY_TABLES", "passby-");
        variables.replace("PASSBY_UPLOADS", "frames");
        variables.replace("PASSBY_PICTURES", "crops");
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_ENDPOINT_URL", services.toString());
        variables.put("AWS_ACCESS_KEY_ID", "AKIATHEFUNCTIONSOWN1");
        variables.put("AWS_SECRET_ACCESS_KEY", "made-up");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
        return variables;
    }
}
