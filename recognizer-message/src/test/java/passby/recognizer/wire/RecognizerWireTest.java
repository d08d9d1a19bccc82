package passby.recognizer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import passby.core.plate.VehicleColour;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.recognition.UnreadPlate;

class RecognizerWireTest {
    private static final RecognizerWire WIRE = new RecognizerWire();
    private static final FrameRef FRAME = new FrameRef("uploads", "u/3/203105081317/cam 7/\"ü\".jpg");
    private static final Box BOX = new Box(0.125, 0.25, 0.5, 0.1);
    private static final List<UnreadPlate> UNREAD =
            List.of(new UnreadPlate(BOX, UnreadPlate.Reason.TOO_SMALL), new UnreadPlate(BOX, UnreadPlate.Reason.GLARE));
    private static final Engine ENGINE = new Engine("container", "v1");
    private static final Crops CROPS =
            new Crops(new Crop(BOX, new Jpeg(new byte[] {-1, 0, 1})), new Crop(BOX, new Jpeg(new byte[] {7})));

    private static PlateReading reading(IssuingState state) {
        var half = new Confidence(0.5);
        var candidate = new Candidate(new Plate("K7B"), half, List.of(half, new Confidence(1), new Confidence(0)));
        return new PlateReading(BOX, List.of(candidate, candidate), state, CROPS);
    }

    private static PlateReading coloured() {
        var plain = reading(IssuingState.UNKNOWN);
        var red = new VehicleColour.Seen(VehicleColour.Name.RED, new Confidence(0.75));
        return new PlateReading(BOX, plain.candidates(), plain.state(), red, CROPS);
    }

    static Stream<RecognizerRequest> requests() {
        return Stream.of(
                new RecognizerRequest.Read(FRAME),
                new RecognizerRequest.Crop(FRAME, List.of(BOX, BOX)),
                new RecognizerRequest.Mask(new Jpeg(new byte[] {-1, 0, 1}), List.of(BOX)));
    }

    static Stream<Recognition> recognitions() {
        var texas = new IssuingState.Issued("TX", new Confidence(0.75));
        return Stream.of(
                new Recognition.Plates(ENGINE, List.of(reading(texas), reading(IssuingState.UNKNOWN))),
                new Recognition.Plates(ENGINE, List.of(coloured()), UNREAD),
                new Recognition.NoPlate(ENGINE),
                new Recognition.NoPlate(ENGINE, UNREAD),
                new Recognition.Rejected(RejectReason.TOO_MANY_PIXELS),
                new Recognition.Gone(),
                new Recognition.Unavailable("throttled"));
    }

    static Stream<Cut> cuts() {
        return Stream.of(
                new Cut.Done(List.of(CROPS, CROPS)),
                new Cut.Rejected(RejectReason.EMPTY),
                new Cut.Gone(),
                new Cut.Unavailable("failed"));
    }

    static Stream<Masked> masked() {
        return Stream.of(
                new Masked.Done(new Jpeg(new byte[] {-1, 0, 1})),
                new Masked.Rejected(RejectReason.DAMAGED),
                new Masked.Unavailable("failed"));
    }

    @ParameterizedTest
    @MethodSource("masked")
    void aMaskedPictureComesBackEqual(Masked masked) {
        assertThat(WIRE.decodeMasked(WIRE.encode(masked))).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":2,\"kind\":\"masked\",\"jpeg\":\"not base64!\"}",
                "{\"v\":2,\"kind\":\"gone\"}",
                "{\"v\":1,\"kind\":\"masked\",\"jpeg\":\"AAAA\"}"
            })
    void whatIsNoMaskedPictureIsRefused(String message) {
        assertThatThrownBy(() -> WIRE.decodeMasked(message.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedMessage.class);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestComesBackEqual(RecognizerRequest request) {
        assertThat(WIRE.decodeRequest(WIRE.encode(request))).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("recognitions")
    void aRecognitionComesBackEqual(Recognition answer) {
        assertThat(WIRE.decodeRecognition(WIRE.encode(answer))).isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aCutComesBackEqual(Cut cut) {
        assertThat(WIRE.decodeCut(WIRE.encode(cut))).isEqualTo(cut);
    }

    @Test
    void theRequestIsTheDocumentedOne() {
        var message = "{\"v\":2,\"op\":\"read\",\"bucket\":\"b\",\"key\":\"k\"}";

        assertThat(WIRE.decodeRequest(bytes(message))).isEqualTo(new RecognizerRequest.Read(new FrameRef("b", "k")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"v\":2}",
                "{\"v\":1,\"op\":\"read\",\"bucket\":\"b\",\"key\":\"k\"}",
                "{\"v\":\"2\",\"op\":\"read\",\"bucket\":\"b\",\"key\":\"k\"}",
                "{\"v\":2,\"op\":\"read\",\"bucket\":\"b\"}",
                "{\"v\":2,\"op\":\"read\",\"bucket\":\"b\",\"key\":7}",
                "{\"v\":2,\"op\":\"read\",\"bucket\":\"b\",\"key\":\"\"}",
                "{\"v\":2,\"op\":\"read\",\"bucket\":\"b\",\"key\":\"k\",\"more\":1}",
                "{\"v\":2,\"op\":\"read\",\"op\":\"read\",\"bucket\":\"b\",\"key\":\"k\"}",
                "{\"v\":2,\"op\":\"read\",\"bucket\":\"b\",\"key\":\"k\"} {}",
                "{\"v\":2,\"op\":\"erase\",\"bucket\":\"b\",\"key\":\"k\"}",
                "{\"v\":2,\"op\":\"crop\",\"bucket\":\"b\",\"key\":\"k\",\"boxes\":[]}",
                "{\"v\":2,\"op\":\"crop\",\"bucket\":\"b\",\"key\":\"k\",\"boxes\":[{\"left\":0,\"top\":0,\"width\":2,\"height\":1}]}",
                "{\"v\":2,\"op\":\"crop\",\"bucket\":\"b\",\"key\":\"k\",\"boxes\":[{\"left\":1e999,\"top\":0,\"width\":1,\"height\":1}]}",
                "{\"v\":2,\"op\":\"crop\",\"bucket\":\"b\",\"key\":\"k\",\"boxes\":{}}"
            })
    void aRequestThatIsNotOneIsRefused(String message) {
        assertThatThrownBy(() -> WIRE.decodeRequest(bytes(message))).isInstanceOf(MalformedMessage.class);
    }

    @Test
    void deepNestingIsRefused() {
        var deep = bytes("[".repeat(100_000));

        assertThatThrownBy(() -> WIRE.decodeRequest(deep)).isInstanceOf(MalformedMessage.class);
    }

    @Test
    void aRefusalDoesNotRepeatWhatWasSent() {
        var answer = new String(WIRE.encode(recognitions().findFirst().orElseThrow()), StandardCharsets.UTF_8)
                .replace("\"K7B\"", "\"K7B!\"");

        assertThatThrownBy(() -> WIRE.decodeRecognition(bytes(answer)))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageNotContaining("K7B");
    }

    @Test
    void aConfidenceAboveOneIsRefused() {
        var answer = new String(WIRE.encode(recognitions().findFirst().orElseThrow()), StandardCharsets.UTF_8)
                .replace("0.75", "1.75");

        assertThatThrownBy(() -> WIRE.decodeRecognition(bytes(answer))).isInstanceOf(MalformedMessage.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
