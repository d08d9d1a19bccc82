package passby.aws.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.stub.CapturedLog;
import passby.aws.stub.HttpStub;
import passby.aws.stub.HttpStub.Answer;
import passby.aws.stub.Pointed;
import passby.core.picture.Box;
import passby.core.picture.Crop;
import passby.core.picture.CropCutter.Cut;
import passby.core.picture.Crops;
import passby.core.picture.FrameRef;
import passby.core.picture.Jpeg;
import passby.core.picture.PlateMask.Masked;
import passby.core.picture.RejectReason;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.retention.Timing;
import passby.recognizer.wire.RecognizerRequest;
import passby.recognizer.wire.RecognizerWire;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.lambda.LambdaClient;

class LambdaRecognizerTest {
    private static final String FUNCTION = "passby-recognizer";
    private static final FrameRef FRAME =
            new FrameRef("passby-uploads-example", "u/1/202611231200/elm-and-third/01KAR2V4X6M0S9QK3P5T8B1CDB.jpg");
    private static final Box BOX = new Box(0.25, 0.5, 0.125, 0.0625);
    private static final Crops CROPS =
            new Crops(new Crop(BOX, new Jpeg(new byte[] {1, 2})), new Crop(BOX, new Jpeg(new byte[] {3})));
    private static final Recognition.Plates PLATES = new Recognition.Plates(
            new Engine("container", "1"),
            List.of(new PlateReading(
                    BOX,
                    List.of(new Candidate(
                            new Plate("7M"),
                            new Confidence(0.5),
                            List.of(new Confidence(0.75), new Confidence(0.625)))),
                    new IssuingState.Issued("CA", new Confidence(0.875)),
                    CROPS)));
    private static final RecognizerWire WIRE = new RecognizerWire();

    @Test
    void theFunctionIsAskedToReadTheFrameAndWaitedFor() {
        try (var stub = HttpStub.answering(done(WIRE.encode(PLATES)))) {
            var look = recognizer(stub).read(FRAME);

            assertThat(look).isEqualTo(PLATES);
            assertThat(stub.received()).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/2015-03-31/functions/" + FUNCTION + "/invocations");
                assertThat(request.headers()).containsEntry("X-Amz-Invocation-Type", "RequestResponse");
                assertThat(WIRE.decodeRequest(request.body().getBytes(UTF_8)))
                        .isEqualTo(new RecognizerRequest.Read(FRAME));
            });
        }
    }

    @Test
    void aPictureIsMaskedByTheFunctionAndIsNotShownWhenItDoesNotAnswer() {
        var picture = new Jpeg(new byte[] {4, 5});
        try (var stub = HttpStub.answering(done(WIRE.encode(new Masked.Done(picture))))) {
            assertThat(recognizer(stub).mask(picture, List.of(BOX))).isEqualTo(new Masked.Done(picture));
        }
        try (var stub = HttpStub.answering(HttpStub.Answer.json(429, "{}"))) {
            assertThat(recognizer(stub).mask(picture, List.of(BOX))).isInstanceOf(Masked.Unavailable.class);
        }
    }

    @Test
    void theFunctionIsAskedForTheCropsOfTheseBoxes() {
        try (var stub = HttpStub.answering(done(WIRE.encode(new Cut.Done(List.of(CROPS)))))) {
            var cut = recognizer(stub).crop(FRAME, List.of(BOX));

            assertThat(cut).isEqualTo(new Cut.Done(List.of(CROPS)));
            assertThat(stub.received())
                    .singleElement()
                    .satisfies(request -> assertThat(
                                    WIRE.decodeRequest(request.body().getBytes(UTF_8)))
                            .isEqualTo(new RecognizerRequest.Crop(FRAME, List.of(BOX))));
        }
    }

    @Test
    void whatTheFunctionSaysOfAFrameStands() {
        var noPlate = new Recognition.NoPlate(new Engine("container", "1"));
        var rejected = new Recognition.Rejected(RejectReason.DAMAGED);

        assertThat(read(done(WIRE.encode(noPlate)))).isEqualTo(noPlate);
        assertThat(read(done(WIRE.encode(rejected)))).isEqualTo(rejected);
        assertThat(read(done(WIRE.encode(new Recognition.Gone())))).isEqualTo(new Recognition.Gone());
        assertThat(crop(done(WIRE.encode(new Cut.Gone())))).isEqualTo(new Cut.Gone());
    }

    @Test
    void aFunctionThatBrokeIsNoAnswer() {
        var broke = new Answer(
                200,
                Map.of("X-Amz-Function-Error", "Unhandled", "Content-Type", "application/json"),
                "{\"errorMessage\":\"2026-11-23T12:00:05Z Task timed out after 12.00 seconds\"}");

        assertThat(read(broke)).isInstanceOf(Recognition.Unavailable.class);
        assertThat(crop(broke)).isInstanceOf(Cut.Unavailable.class);
    }

    @Test
    void anAnswerOfABrokenFunctionIsNotTakenForItsWord() {
        var broke = new Answer(
                200,
                Map.of("X-Amz-Function-Error", "Unhandled"),
                new String(WIRE.encode(new Recognition.Gone()), UTF_8));

        assertThat(read(broke)).isInstanceOf(Recognition.Unavailable.class);
    }

    @Test
    void aThrottledFunctionIsAskedOnceAndNotWaitedFor() {
        var throttled = new Answer(
                429,
                Map.of("x-amzn-ErrorType", "TooManyRequestsException", "Content-Type", "application/json"),
                "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\",\"Type\":\"User\","
                        + "\"message\":\"Rate Exceeded.\"}");
        try (var stub = HttpStub.answering(throttled)) {
            var look = recognizer(stub).read(FRAME);

            assertThat(look).isEqualTo(new Recognition.Unavailable("container: TooManyRequestsException"));
            assertThat(stub.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "no JSON",
                "[]",
                "{\"v\":2}",
                "{\"v\":1,\"kind\":\"gone\"}",
                "{\"v\":2,\"kind\":\"gone\",\"more\":1}",
                "{\"v\":2,\"kind\":\"plates\",\"engine\":{\"name\":\"c\",\"version\":\"1\"},\"plates\":[]}"
            })
    void nonsenseIsNoAnswer(String body) {
        var nonsense = done(body.getBytes(UTF_8));

        assertThat(read(nonsense)).isInstanceOf(Recognition.Unavailable.class);
        assertThat(crop(nonsense)).isInstanceOf(Cut.Unavailable.class);
    }

    @Test
    void anAnswerLargerThanLambdaGivesIsNoAnswer() {
        var gone = new String(WIRE.encode(new Recognition.Gone()), UTF_8);
        var oversized = done((gone + " ".repeat(6 << 20)).getBytes(UTF_8));

        assertThat(read(oversized)).isInstanceOf(Recognition.Unavailable.class);
    }

    @Test
    void otherCropsThanWereAskedForAreNoAnswer() {
        assertThat(crop(done(WIRE.encode(new Cut.Done(List.of()))))).isInstanceOf(Cut.Unavailable.class);
        assertThat(crop(done(WIRE.encode(new Cut.Done(List.of(CROPS, CROPS)))))).isInstanceOf(Cut.Unavailable.class);
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() {
        var impatient = LambdaRecognizer.clientConfiguration().toBuilder()
                .apiCallTimeout(Duration.ofMillis(300))
                .build();
        try (var stub = HttpStub.silent()) {
            var look = recognizer(stub, impatient).read(FRAME);

            assertThat(look).isInstanceOf(Recognition.Unavailable.class);
        }
    }

    @Test
    void aConnectionThatBreaksOffIsNoAnswer() {
        try (var stub = HttpStub.hangingUp()) {
            assertThat(recognizer(stub).read(FRAME)).isInstanceOf(Recognition.Unavailable.class);
        }
    }

    @Test
    void bothEnginesAndTheCropsOfTheFirstLeaveReadPlatesTimeToStore() {
        var rekognition =
                RekognitionRecognizer.clientConfiguration().apiCallTimeout().orElseThrow();
        var container = LambdaRecognizer.clientConfiguration().apiCallTimeout().orElseThrow();

        assertThat(rekognition.plus(container.multipliedBy(2)))
                .isLessThanOrEqualTo(Timing.READ_PLATES_TIMEOUT.minus(Timing.STORING));
    }

    @Test
    void nothingOfTheFrameIsLogged() {
        try (var log = new CapturedLog()) {
            read(done("7MDU042".getBytes(UTF_8)));

            assertThat(log.text().lines().filter(line -> line.contains("recogniser")))
                    .singleElement()
                    .asString()
                    .doesNotContain("7MDU042", FRAME.key());
        }
    }

    private static Recognition read(Answer answer) {
        try (var stub = HttpStub.answering(answer)) {
            return recognizer(stub).read(FRAME);
        }
    }

    private static Cut crop(Answer answer) {
        try (var stub = HttpStub.answering(answer)) {
            return recognizer(stub).crop(FRAME, List.of(BOX));
        }
    }

    private static Answer done(byte[] payload) {
        return new Answer(200, Map.of("Content-Type", "application/json"), new String(payload, UTF_8));
    }

    private static LambdaRecognizer recognizer(HttpStub stub) {
        return recognizer(stub, LambdaRecognizer.clientConfiguration());
    }

    private static LambdaRecognizer recognizer(HttpStub stub, ClientOverrideConfiguration configuration) {
        return new LambdaRecognizer(
                Pointed.at(stub.endpoint(), LambdaClient.builder())
                        .overrideConfiguration(configuration)
                        .build(),
                FUNCTION);
    }
}
