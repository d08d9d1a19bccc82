package passby.aws.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.stub.Events;
import passby.aws.stub.HttpStub;
import passby.aws.stub.HttpStub.Answer;
import passby.aws.stub.Pointed;
import passby.core.capture.InMemoryUploads;
import passby.core.picture.CropCutter.Cut;
import passby.core.picture.FrameRef;
import passby.core.picture.RejectReason;
import passby.core.plate.IssuingState;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateChooser;
import passby.core.recognition.PlateReading;
import passby.core.recognition.PlateSyntax;
import passby.core.recognition.Recognition;
import passby.core.testing.TestData;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

class RekognitionRecognizerTest {
    private static final FrameRef FRAME =
            new FrameRef("passby-uploads-example", "u/1/202611231200/elm-and-third/01KAR2V4X6M0S9QK3P5T8B1CDB.jpg");
    private static final Engine ENGINE = new Engine("rekognition", "3.0");

    private final InMemoryUploads uploads = new InMemoryUploads();
    private final CannedCutter cutter = CannedCutter.cutting();

    @Test
    void aPlateAmongAHundredWordsIsChosenAndCut() {
        var look = read(Answer.json(200, Events.text("rekognition-plate-in-noise")));

        assertThat(look).isInstanceOfSatisfying(Recognition.Plates.class, plates -> {
            assertThat(plates.engine()).isEqualTo(ENGINE);
            assertThat(plates.plates()).singleElement().satisfies(RekognitionRecognizerTest::isThePlate);
        });
        assertThat(cutter.asked()).containsExactly(FRAME);
    }

    private static void isThePlate(PlateReading reading) {
        assertThat(reading.best().plate().raw()).isEqualTo("7MDU042");
        assertThat(reading.best().confidence().value()).isGreaterThan(0.5);
        assertThat(reading.state())
                .isInstanceOfSatisfying(
                        IssuingState.Issued.class,
                        state -> assertThat(state.code()).isEqualTo("CA"));
        assertThat(reading.box().centreX()).isBetween(0.43, 0.58);
        assertThat(reading.crops().plate().picture().bytes()).containsExactly(0);
    }

    @Test
    void theServiceGetsThePlaceAndNoBytes() throws JsonProcessingException {
        try (var stub = HttpStub.answering(Answer.json(200, Events.text("rekognition-no-text")))) {
            recognizer(stub.endpoint(), RekognitionRecognizer.clientConfiguration())
                    .read(FRAME);

            assertThat(stub.received()).singleElement().satisfies(request -> {
                assertThat(request.headers()).containsEntry("X-Amz-Target", "RekognitionService.DetectText");
                assertThat(new ObjectMapper().readTree(request.body()))
                        .isEqualTo(new ObjectMapper()
                                .readTree("{\"Image\":{\"S3Object\":{\"Bucket\":\"" + FRAME.bucket() + "\",\"Name\":\""
                                        + FRAME.key() + "\"}}}"));
            });
        }
    }

    @Test
    void aFrameWithoutTextHasNoPlate() {
        var look = read(Answer.json(200, Events.text("rekognition-no-text")));

        assertThat(look).isEqualTo(new Recognition.NoPlate(ENGINE));
        assertThat(cutter.asked()).isEmpty();
    }

    @Test
    void aWordAloneIsNoPlateButBesideTheNameOfAStateItIsWorthALook() {
        var alone = read(Answer.json(200, detections(line("MADEUP", 0.4, 0.5, 0.12, 0.05))));
        var plate = read(Answer.json(
                200, detections(line("CALIFORNIA", 0.42, 0.48, 0.08, 0.015), line("MADEUP", 0.4, 0.5, 0.12, 0.05))));

        assertThat(alone).isEqualTo(new Recognition.NoPlate(ENGINE));
        assertThat(plate)
                .isInstanceOfSatisfying(
                        Recognition.Plates.class,
                        plates -> assertThat(plates.plates()).singleElement().satisfies(reading -> {
                            assertThat(reading.best().plate().raw()).isEqualTo("MADEUP");
                            assertThat(reading.best().confidence().value()).isLessThan(0.9);
                        }));
    }

    @ParameterizedTest
    @CsvSource({
        "rekognition-throttled, 400",
        "rekognition-throughput-exceeded, 400",
        "rekognition-limit-exceeded, 400",
        "rekognition-internal-error, 500",
        "rekognition-access-denied, 400"
    })
    void whoCannotAnswerNowIsAskedOnceAndNotWaitedFor(String event, int status) {
        try (var stub = HttpStub.answering(Answer.json(status, Events.text(event)))) {
            var look = recognizer(stub.endpoint(), RekognitionRecognizer.clientConfiguration())
                    .read(FRAME);

            assertThat(look).isInstanceOf(Recognition.Unavailable.class);
            assertThat(stub.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "no JSON",
                "[]",
                "{}",
                "{\"TextDetections\":null}",
                "{\"TextDetections\":[{}]}",
                "{\"TextDetections\":[{\"DetectedText\":\"7MDU042\",\"Type\":\"LINE\",\"Confidence\":99.0}]}",
                "{\"TextDetections\":[{\"DetectedText\":\"7MDU042\",\"Type\":\"LINE\",\"Confidence\":99.0,"
                        + "\"Geometry\":{\"BoundingBox\":{\"Width\":0.1,\"Height\":0.1}}}]}"
            })
    void nonsenseIsNoAnswer(String body) {
        var look = read(Answer.json(200, body));

        assertThat(look).isInstanceOf(Recognition.Unavailable.class);
    }

    @Test
    void textOutsideTheFrameIsPassedOver() {
        var look = read(Answer.json(200, detections(line("7MDU042", 1.01, 0.5, 0.1, 0.03))));

        assertThat(look).isEqualTo(new Recognition.NoPlate(ENGINE));
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() {
        var impatient = RekognitionRecognizer.clientConfiguration().toBuilder()
                .apiCallTimeout(Duration.ofMillis(300))
                .build();
        try (var stub = HttpStub.silent()) {
            var look = recognizer(stub.endpoint(), impatient).read(FRAME);

            assertThat(look).isInstanceOf(Recognition.Unavailable.class);
        }
    }

    @Test
    void aCallIsGivenUpInTimeToAskTheContainer() {
        var configuration = RekognitionRecognizer.clientConfiguration();

        assertThat(configuration.apiCallTimeout()).contains(Duration.ofSeconds(3));
    }

    @Test
    void aConnectionThatBreaksOffIsNoAnswer() {
        try (var stub = HttpStub.hangingUp()) {
            var look = recognizer(stub.endpoint(), RekognitionRecognizer.clientConfiguration())
                    .read(FRAME);

            assertThat(look).isInstanceOf(Recognition.Unavailable.class);
        }
    }

    @Test
    void nobodyListeningIsNoAnswer() {
        URI endpoint;
        try (var stub = HttpStub.silent()) {
            endpoint = stub.endpoint();
        }

        var look = recognizer(endpoint, RekognitionRecognizer.clientConfiguration())
                .read(FRAME);

        assertThat(look).isInstanceOf(Recognition.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"rekognition-invalid-image-format, NOT_A_JPEG", "rekognition-image-too-large, TOO_LARGE"})
    void whatTheServiceCannotDecodeIsRejected(String event, RejectReason reason) {
        var look = read(Answer.json(400, Events.text(event)));

        assertThat(look).isEqualTo(new Recognition.Rejected(reason));
    }

    @Test
    void aFrameThatIsNotThereIsGone() {
        var look = read(Answer.json(400, Events.text("rekognition-invalid-s3-object")));

        assertThat(look).isEqualTo(new Recognition.Gone());
    }

    @Test
    void aFrameThatTheServiceMayNotGetIsNotTakenForGone() {
        uploads.put(FRAME.key(), TestData.jpeg("a frame"), TestData.facts(Instant.EPOCH));

        var look = read(Answer.json(400, Events.text("rekognition-invalid-s3-object")));

        assertThat(look).isInstanceOf(Recognition.Unavailable.class);
    }

    @Test
    void whatTheCutterSaysOfTheFrameStands() {
        assertThat(readCutting(new Cut.Gone())).isEqualTo(new Recognition.Gone());
        assertThat(readCutting(new Cut.Rejected(RejectReason.DAMAGED)))
                .isEqualTo(new Recognition.Rejected(RejectReason.DAMAGED));
        assertThat(readCutting(new Cut.Unavailable("busy"))).isEqualTo(new Recognition.Unavailable("busy"));
        assertThat(readCutting(new Cut.Done(List.of()))).isInstanceOf(Recognition.Unavailable.class);
    }

    private static String detections(String... detections) {
        return "{\"TextModelVersion\":\"3.0\",\"TextDetections\":[" + String.join(",", detections) + "]}";
    }

    private static String line(String text, double left, double top, double width, double height) {
        return """
                {"DetectedText":"%s","Type":"LINE","Id":0,"Confidence":99.87,"Geometry":{"BoundingBox":\
                {"Width":%s,"Height":%s,"Left":%s,"Top":%s}}}""".formatted(text, width, height, left, top);
    }

    private Recognition readCutting(Cut cut) {
        try (var stub = HttpStub.answering(Answer.json(200, Events.text("rekognition-plate-in-noise")))) {
            return new RekognitionRecognizer(
                            client(stub.endpoint(), RekognitionRecognizer.clientConfiguration()),
                            new PlateChooser(PlateSyntax.unitedStates()),
                            new CannedCutter(boxes -> cut),
                            uploads)
                    .read(FRAME);
        }
    }

    private Recognition read(Answer answer) {
        try (var stub = HttpStub.answering(answer)) {
            return recognizer(stub.endpoint(), RekognitionRecognizer.clientConfiguration())
                    .read(FRAME);
        }
    }

    private RekognitionRecognizer recognizer(URI endpoint, ClientOverrideConfiguration configuration) {
        return new RekognitionRecognizer(
                client(endpoint, configuration), new PlateChooser(PlateSyntax.unitedStates()), cutter, uploads);
    }

    private static RekognitionClient client(URI endpoint, ClientOverrideConfiguration configuration) {
        return Pointed.at(endpoint, RekognitionClient.builder())
                .overrideConfiguration(configuration)
                .build();
    }
}
