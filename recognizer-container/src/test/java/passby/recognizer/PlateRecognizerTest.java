package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import passby.core.picture.Box;
import passby.core.picture.CropCutter.Cut;
import passby.core.picture.FrameLimits;
import passby.core.picture.FrameRef;
import passby.core.picture.Jpeg;
import passby.core.picture.PlateMask;
import passby.core.picture.RejectReason;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;

class PlateRecognizerTest {
    private static final FrameRef FRAME = new FrameRef("uploads", "u/0/frame.jpg");
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static PlateRecognizer over(byte[] jpeg) {
        return new PlateRecognizer(_ -> Optional.of(jpeg), CLOCK, PlateRecognizer.Limits.USUAL);
    }

    private static List<PlateReading> plates(Recognition answer) {
        assertThat(answer).isInstanceOf(Recognition.Plates.class);
        return ((Recognition.Plates) answer).plates();
    }

    private static Mat twoCars() {
        var picture = Drawings.road(1000, 500);
        Drawings.car(picture, 250, 300, "KLM4827", "TEXAS");
        Drawings.car(picture, 720, 320, "7XYZ394", "");
        return picture;
    }

    @Test
    void everyPlateIsReadFromLeftToRightWithItsState() {
        var recognizer = over(Drawings.jpeg(twoCars()));

        var plates = plates(recognizer.read(FRAME));

        assertThat(plates).extracting(p -> p.best().plate().raw()).containsExactly("KLM4827", "7XYZ394");
        assertThat(plates).extracting(PlateRecognizerTest::state).containsExactly("TX", "CA");
    }

    private static String state(PlateReading plate) {
        return switch (plate.state()) {
            case IssuingState.Issued known -> known.code();
            case IssuingState.Unknown _ -> "";
        };
    }

    private static List<String> read(Mat picture) {
        return switch (over(Drawings.jpeg(picture)).read(FRAME)) {
            case Recognition.Plates answer ->
                answer.plates().stream().map(p -> p.best().plate().raw()).toList();
            default -> List.of();
        };
    }

    @ParameterizedTest
    @CsvSource({"KLM,4827", "KL,482", "K7L,394", "827,KLM"})
    void aMotorcyclesTwoLinesAreOnePlate(String upper, String lower) {
        var picture = Drawings.road(1000, 500);
        Drawings.motorcycle(picture, 480, 300, upper, lower);

        assertThat(read(picture)).containsExactly(upper + lower);
    }

    @Test
    void aMotorcycleBesideACarHasAPlateOfItsOwn() {
        var picture = Drawings.road(1000, 500);
        Drawings.motorcycle(picture, 200, 300, "KLM", "4827");
        Drawings.car(picture, 700, 320, "7XYZ394", "");

        assertThat(read(picture)).containsExactly("KLM4827", "7XYZ394");
    }

    @Test
    void everyCarOfAFullStreetIsRead() {
        var picture = Drawings.road(1280, 720);
        Drawings.car(picture, 170, 560, "KLM4827", "");
        Drawings.car(picture, 500, 300, "7XYZ394", "TEXAS");
        Drawings.car(picture, 830, 420, "KL4M7P", "");
        Drawings.car(picture, 1110, 620, "BFN8434", "OHIO");

        assertThat(read(picture)).containsExactly("KLM4827", "7XYZ394", "KL4M7P", "BFN8434");
    }

    @Test
    void whatIsPaintedOnATruckAndStuckOnItsBumperIsNoPlate() {
        var picture = Drawings.road(1280, 720);
        Drawings.write(picture, "JOE'S PLUMBING", 640, 150, 50, 5);
        Drawings.write(picture, "(626) 555-0142", 640, 240, 34, 4);
        Drawings.write(picture, "USDOT 1234567", 640, 310, 20, 2);
        Drawings.car(picture, 640, 520, "KLM4827", "OHIO");
        Drawings.write(picture, "MY OTHER CAR IS A BIKE", 640, 620, 14, 1);
        Drawings.write(picture, "2031-05-08 13:17:05", 200, 20, 16, 2);
        Drawings.write(picture, "CAMERA 04", 1180, 700, 16, 2);

        assertThat(read(picture)).containsExactly("KLM4827");
    }

    @Test
    void aClearPlateIsConfidentAndLiesWhereItWasDrawn() {
        var recognizer = over(Drawings.jpeg(twoCars()));

        var second = plates(recognizer.read(FRAME)).get(1);

        assertThat(second.best().confidence().atLeast(new Confidence(0.9))).isTrue();
        assertThat(second.box().centreX()).isCloseTo(0.72, within(0.02));
        assertThat(second.box().centreY()).isCloseTo(0.65, within(0.04));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPictureIsTurnedUprightBeforeItIsRead(int orientation) {
        var recognizer = over(Drawings.stored(twoCars(), orientation));

        var plates = plates(recognizer.read(FRAME));

        assertThat(plates).extracting(p -> p.best().plate().raw()).containsExactly("KLM4827", "7XYZ394");
        assertThat(plates.getFirst().box().centreX()).isCloseTo(0.25, within(0.02));
        assertThat(plates.getFirst().box().centreY()).isCloseTo(0.61, within(0.04));
    }

    @Test
    void anEmptyRoadHasNoPlate() {
        var recognizer = over(Drawings.jpeg(Drawings.road(640, 480)));

        var answer = recognizer.read(FRAME);

        assertThat(answer).isEqualTo(new Recognition.NoPlate(PlateRecognizer.ENGINE));
    }

    @Test
    void signsAndDatesAreNoPlates() {
        var picture = Drawings.road(1000, 500);
        Drawings.write(picture, "SPEED LIMIT", 300, 150, 30, 3);
        Drawings.write(picture, "2031-05-08 13:17:05", 200, 20, 14, 1);
        Drawings.write(picture, "TOYOTA", 600, 350, 30, 3);

        var answer = over(Drawings.jpeg(picture)).read(FRAME);

        assertThat(answer).isInstanceOf(Recognition.NoPlate.class);
    }

    @Test
    void aMissingFrameIsGone() {
        var recognizer = new PlateRecognizer(_ -> Optional.empty(), CLOCK, PlateRecognizer.Limits.USUAL);

        assertThat(recognizer.read(FRAME)).isEqualTo(new Recognition.Gone());
        assertThat(recognizer.crop(FRAME, List.of(new Box(0, 0, 1, 1)))).isEqualTo(new Cut.Gone());
    }

    @Test
    void aFrameThatTakesTooLongIsGivenUp() {
        var clock = new TickingClock(Duration.ofSeconds(3));
        var jpeg = Drawings.jpeg(twoCars());
        var recognizer = new PlateRecognizer(_ -> Optional.of(jpeg), clock, PlateRecognizer.Limits.USUAL);

        var answer = recognizer.read(FRAME);

        assertThat(answer).isEqualTo(new Recognition.Rejected(RejectReason.TOO_SLOW));
    }

    @Test
    void whatTheDecoderDoesNotTakeIsDamaged() {
        var recognizer = over(JpegBytes.declaring(0xc0, 640, 480, 3));

        assertThat(recognizer.read(FRAME)).isEqualTo(new Recognition.Rejected(RejectReason.DAMAGED));
    }

    @Test
    void aRefusedFrameIsNeitherReadNorCut() {
        var recognizer = over(new byte[0]);

        assertThat(recognizer.read(FRAME)).isEqualTo(new Recognition.Rejected(RejectReason.EMPTY));
        assertThat(recognizer.crop(FRAME, List.of(new Box(0, 0, 1, 1))))
                .isEqualTo(new Cut.Rejected(RejectReason.EMPTY));
    }

    @Test
    void severalThreadsGetTheSameAnswer() throws Exception {
        var recognizer = over(Drawings.jpeg(twoCars()));
        Callable<Recognition> read = () -> recognizer.read(FRAME);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(read, read, read));

            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(recognizer.read(FRAME));
            }
        }
    }

    @Test
    void cropsOfManyPlatesFitIntoOneAnswerAndCarryNoMetadata() {
        var noise = Drawings.road(1600, 1200);
        Core.randu(noise, 0, 255);
        var boxes = Collections.nCopies(FrameLimits.MAX_PLATES, new Box(0.4, 0.4, 0.2, 0.1));

        var cut = over(Drawings.stored(noise, 1)).crop(FRAME, boxes);

        assertThat(cut).isInstanceOf(Cut.Done.class);
        var crops = ((Cut.Done) cut).crops();
        assertThat(crops).hasSize(FrameLimits.MAX_PLATES);
        assertThat(crops.stream()
                        .mapToInt(c -> c.plate().picture().length()
                                + c.vehicle().picture().length())
                        .sum())
                .isLessThanOrEqualTo(FrameLimits.MAX_CROP_BYTES);
        assertThat(new String(crops.getFirst().vehicle().picture().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
    }

    @Test
    void theVehicleIsCutAroundThePlate() {
        var plate = new Box(0.64, 0.56, 0.16, 0.16);

        var cut = over(Drawings.jpeg(twoCars())).crop(FRAME, List.of(plate));

        var crops = ((Cut.Done) cut).crops().getFirst();
        assertThat(crops.plate().box()).isEqualTo(plate);
        assertThat(crops.vehicle().box().left()).isLessThan(0.57);
        assertThat(crops.vehicle().box().right()).isGreaterThan(0.87);
        assertThat(crops.vehicle().box().top()).isLessThan(0.38);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "12000,16", "16,12000", "5000,5000"})
    void theOddestSizesAreAnswered(int width, int height) {
        var recognizer = over(Drawings.jpeg(Drawings.road(width, height)));

        assertThat(recognizer.read(FRAME)).isInstanceOf(Recognition.NoPlate.class);
        assertThat(recognizer.crop(FRAME, List.of(new Box(0.99, 0.99, 0.01, 0.01))))
                .isInstanceOf(Cut.Done.class);
    }

    @Test
    void whatIsMaskedIsReadNoMoreAndTheRestStays() {
        var picture = new Jpeg(Drawings.jpeg(twoCars()));
        var second = plates(over(picture.bytes()).read(FRAME)).get(1);

        var masked = over(new byte[0]).mask(picture, List.of(second.box()));

        assertThat(masked).isInstanceOf(PlateMask.Masked.Done.class);
        var shown = ((PlateMask.Masked.Done) masked).picture();
        assertThat(plates(over(shown.bytes()).read(FRAME)))
                .extracting(plate -> plate.best().plate().raw())
                .containsExactly("KLM4827");
    }

    @Test
    void whatIsNoPictureIsNotMasked() {
        assertThat(over(new byte[0]).mask(new Jpeg(new byte[] {1, 2, 3}), List.of(new Box(0, 0, 1, 1))))
                .isEqualTo(new PlateMask.Masked.Rejected(RejectReason.NOT_A_JPEG));
    }
}
