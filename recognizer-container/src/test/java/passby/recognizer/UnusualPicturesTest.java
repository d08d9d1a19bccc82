package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import passby.core.picture.FrameLimits;
import passby.core.picture.FrameRef;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.recognition.UnreadPlate;
import passby.core.recognition.UnreadPlate.Reason;

class UnusualPicturesTest {
    private static final FrameRef FRAME = new FrameRef("uploads", "u/0/frame.jpg");
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static Recognition look(Mat picture) {
        var jpeg = Drawings.jpeg(picture);
        return new PlateRecognizer(_ -> Optional.of(jpeg), CLOCK, PlateRecognizer.Limits.USUAL).read(FRAME);
    }

    private static List<String> read(Mat picture) {
        return plates(look(picture)).stream()
                .map(plate -> plate.best().plate().raw())
                .toList();
    }

    private static List<PlateReading> plates(Recognition answer) {
        return answer instanceof Recognition.Plates plates ? plates.plates() : List.of();
    }

    private static List<Reason> unread(Recognition answer) {
        return switch (answer) {
            case Recognition.Plates plates -> reasons(plates.unread());
            case Recognition.NoPlate none -> reasons(none.unread());
            default -> List.of();
        };
    }

    private static List<Reason> reasons(List<UnreadPlate> unread) {
        return unread.stream().map(UnreadPlate::reason).toList();
    }

    private static Mat oneCar() {
        var picture = Drawings.road(1000, 600);
        Drawings.car(picture, 500, 330, "KLM4827", "");
        return picture;
    }

    @Test
    void ofACarParkTheSurestPlatesAreReadAndTheRestIsNamed() {
        var park = Drawings.road(3600, 3000);
        for (var i = 0; i < 100; i++) {
            Drawings.car(park, 190 + 350 * (i % 10), 230 + 290 * (i / 10), "KLM" + (4800 + i), "");
        }

        var answer = look(park);

        assertThat(plates(answer)).hasSizeBetween(1, FrameLimits.MAX_PLATES);
        assertThat(unread(answer)).contains(Reason.TOO_MANY).hasSizeLessThanOrEqualTo(UnreadPlate.MAX);
    }

    @Test
    void aPictureThatIsAllTextHasNoPlate() {
        var page = new Mat(800, 1000, Drawings.road(1, 1).type(), Scalar.all(240));
        for (var line = 0; line < 25; line++) {
            Drawings.write(
                    page, "the quick brown fox jumps over the lazy dog again and again", 500, 30 + 30 * line, 12, 1);
        }

        assertThat(read(page)).isEmpty();
    }

    @Test
    void whatIsPrintedOnAShirtIsNeverReadWithConfidence() {
        var shirt = Drawings.road(800, 800);
        Imgproc.ellipse(shirt, new Point(400, 450), new Size(250, 380), 0, 0, 360, new Scalar(200, 200, 40), -1);
        Drawings.write(shirt, "KLM4827", 400, 400, 30, 3);

        assertThat(plates(look(shirt)))
                .allSatisfy(
                        plate -> assertThat(plate.best().confidence().value()).isLessThan(0.9));
    }

    @Test
    void whatIsWrittenOnAShopWindowIsNeverReadWithConfidence() {
        var street = Drawings.road(1280, 720);
        Imgproc.rectangle(street, new Point(200, 100), new Point(1080, 620), new Scalar(70, 60, 50), Imgproc.FILLED);
        Imgproc.putText(
                street,
                "KLM4827",
                new Point(380, 380),
                Imgproc.FONT_HERSHEY_DUPLEX,
                4,
                Scalar.all(240),
                8,
                Imgproc.LINE_AA);

        assertThat(plates(look(street)))
                .allSatisfy(
                        plate -> assertThat(plate.best().confidence().value()).isLessThan(0.9));
    }

    @Test
    void aPosterOfACarIsReadLikeACarBecauseNoPictureTellsThemApart() {
        var poster = Drawings.road(1400, 1000);
        Imgproc.rectangle(poster, new Point(300, 150), new Point(1100, 850), Scalar.all(250), Imgproc.FILLED);
        Drawings.car(poster, 700, 480, "KLM4827", "");

        assertThat(read(poster)).containsExactly("KLM4827");
    }

    @ParameterizedTest
    @CsvSource({"1", "0", "-1"})
    void aMirroredOrUpsideDownPlateIsNeverReadAsAnotherOneWithConfidence(int axis) {
        var turned = new Mat();
        Core.flip(oneCar(), turned, axis);

        assertThat(plates(look(turned)))
                .allSatisfy(
                        plate -> assertThat(plate.best().confidence().value()).isLessThan(0.9));
    }

    @ParameterizedTest
    @CsvSource({"4000, 150", "150, 4000", "12000, 20"})
    void extremeShapesAreAnswered(int width, int height) {
        assertThat(look(Drawings.road(width, height))).isInstanceOf(Recognition.NoPlate.class);
    }

    @Test
    void aPlateInAVeryWidePictureIsRead() {
        var wide = Drawings.road(4000, 600);
        Drawings.car(wide, 3000, 330, "KLM4827", "");

        assertThat(read(wide)).containsExactly("KLM4827");
    }

    @Test
    void aPlateThatFillsMostOfThePictureIsRead() {
        var picture = oneCar();
        var plate = picture.submat(260, 400, 390, 610);

        assertThat(read(plate)).containsExactly("KLM4827");
    }

    @ParameterizedTest
    @CsvSource({"0, 525", "475, 1000"})
    void aPlateThatThePicturesEdgeCutsIsNeverReadWithConfidence(int left, int right) {
        var leaving = oneCar().submat(0, 600, left, right).clone();

        assertThat(plates(look(leaving)))
                .allSatisfy(
                        plate -> assertThat(plate.best().confidence().value()).isLessThan(0.9));
    }

    @Test
    void aDistantPlateIsReadBesideANearOne() {
        var street = Drawings.road(1280, 720);
        Drawings.car(street, 400, 450, "7XYZ394", "");
        var far = new Mat();
        Imgproc.resize(oneCar().submat(130, 450, 340, 660), far, new Size(), 0.45, 0.45, Imgproc.INTER_AREA);
        far.copyTo(street.submat(200, 200 + far.rows(), 900, 900 + far.cols()));

        assertThat(read(street)).containsExactly("7XYZ394", "KLM4827");
    }

    @Test
    void aPlateWhoseSerialIsCoveredIsSeenAndNotRead() {
        var picture = Drawings.road(1000, 600);
        Drawings.car(picture, 500, 330, "", "TEXAS");
        Imgproc.rectangle(picture, new Point(430, 325), new Point(570, 365), Scalar.all(60), Imgproc.FILLED);

        var answer = look(picture);

        assertThat(plates(answer)).isEmpty();
        assertThat(unread(answer)).isSubsetOf(Reason.HIDDEN);
    }

    @Test
    void aSurePlateOfWhichTheReaderSaysNothingIsNamedHidden() {
        var picture = Drawings.road(1000, 600);
        Drawings.car(picture, 500, 330, "", "");

        var answer = look(picture);

        assertThat(plates(answer)).isEmpty();
        assertThat(unread(answer)).containsExactly(Reason.HIDDEN);
    }

    @Test
    void aPlateThatALampOutshinesIsNamedSo() {
        var picture = oneCar();
        Imgproc.rectangle(picture, new Point(424, 300), new Point(576, 368), Scalar.all(255), Imgproc.FILLED);

        assertThat(unread(look(picture))).containsExactly(Reason.GLARE);
    }

    @Test
    void aPlateOfOnePixelIsNotSeen() {
        var street = Drawings.road(1280, 720);
        var far = new Mat();
        Imgproc.resize(oneCar().submat(130, 450, 340, 660), far, new Size(2, 2), 0, 0, Imgproc.INTER_AREA);
        far.copyTo(street.submat(400, 402, 600, 602));

        assertThat(look(street)).isEqualTo(new Recognition.NoPlate(PlateRecognizer.ENGINE));
    }

    @Test
    void aPlateOfAFewPixelsIsNeverReadWithConfidence() {
        var far = new Mat();
        Imgproc.resize(oneCar(), far, new Size(), 0.12, 0.12, Imgproc.INTER_AREA);

        assertThat(plates(look(far)))
                .allSatisfy(
                        plate -> assertThat(plate.best().confidence().value()).isLessThan(0.9));
    }
}
