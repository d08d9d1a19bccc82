package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static passby.core.policy.RecognizerOrder.CONTAINER_FIRST;
import static passby.core.policy.RecognizerOrder.CONTAINER_ONLY;
import static passby.core.policy.RecognizerOrder.REKOGNITION_FIRST;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.candidate;
import static passby.core.testing.ARead.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import passby.core.picture.Box;
import passby.core.picture.Crop;
import passby.core.picture.Crops;
import passby.core.picture.FrameRef;
import passby.core.picture.RejectReason;
import passby.core.plate.Confidence;
import passby.core.recognition.CannedRecognizer;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.recognition.UnreadPlate;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

final class RecognizeInOrderTest {
    private static final FrameRef FRAME = new FrameRef("uploads", "u/1");
    private static final Confidence CONFIDENT = new Confidence(0.9);
    private static final List<Box> NO_CAPTIONS = List.of();
    private static final Engine FIRST = new Engine("first", "1");
    private static final Engine SECOND = new Engine("second", "1");

    private static final Recognition SURE = plates(FIRST, 0.9);
    private static final Recognition WEAK = plates(FIRST, 0.899);
    private static final Recognition WEAKER = plates(FIRST, 0.4);
    private static final Recognition OTHER = plates(SECOND, 0.5);
    private static final Recognition NOTHING = new Recognition.NoPlate(FIRST);
    private static final Recognition NOTHING_EITHER = new Recognition.NoPlate(SECOND);
    private static final Recognition THROTTLED = new Recognition.Unavailable("throttled");
    private static final Recognition DOWN = new Recognition.Unavailable("down");
    private static final Recognition DAMAGED = new Recognition.Rejected(RejectReason.DAMAGED);
    private static final Recognition SLOW = new Recognition.Rejected(RejectReason.TOO_SLOW);
    private static final Recognition GONE = new Recognition.Gone();

    private final CannedRecognizer rekognition = new CannedRecognizer(FIRST);
    private final CannedRecognizer container = new CannedRecognizer(SECOND);
    private final RecognizeInOrder recognizer = new RecognizeInOrder(rekognition, container);

    private static Recognition plates(Engine engine, double confidence) {
        return new Recognition.Plates(engine, List.of(reading(List.of(candidate("7TST123", confidence)), CALIFORNIA)));
    }

    static Stream<Arguments> looks() {
        return Stream.of(
                arguments("of two weak looks at one plate the more confident stands", WEAK, OTHER, WEAK),
                arguments("a weak look gives way to a more confident one", WEAKER, OTHER, OTHER),
                arguments("a weak look stands when the second sees nothing", WEAK, NOTHING_EITHER, WEAK),
                arguments("a weak look stands when the second cannot look", WEAK, THROTTLED, WEAK),
                arguments("a weak look stands when the second refuses the frame", WEAK, DAMAGED, WEAK),
                arguments("what the first did not see the second may", NOTHING, OTHER, OTHER),
                arguments("two who see nothing agree", NOTHING, NOTHING_EITHER, NOTHING_EITHER),
                arguments("nothing seen stands when the second cannot look", NOTHING, THROTTLED, NOTHING),
                arguments("nothing seen stands when the second refuses the frame", NOTHING, DAMAGED, NOTHING),
                arguments("a throttled engine is passed over", THROTTLED, OTHER, OTHER),
                arguments(
                        "a throttled engine leaves the word to the second", THROTTLED, NOTHING_EITHER, NOTHING_EITHER),
                arguments("a throttled engine leaves a refusal to the second", THROTTLED, DAMAGED, DAMAGED),
                arguments("what took the first too long the second may read", SLOW, OTHER, OTHER),
                arguments(
                        "what took the first too long the second may see empty", SLOW, NOTHING_EITHER, NOTHING_EITHER),
                arguments("too slow stands when the second cannot look", SLOW, THROTTLED, SLOW),
                arguments("too slow stands when the second refuses the frame", SLOW, DAMAGED, SLOW),
                arguments("two who cannot look are no answer", THROTTLED, DOWN, THROTTLED),
                arguments("a frame that vanished meanwhile is gone", WEAK, GONE, GONE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void theSecondEngineIsAskedWhenTheFirstIsNotSure(
            String rule, Recognition first, Recognition second, Recognition expected) {
        rekognition.answer(FRAME.key(), first);
        container.answer(FRAME.key(), second);

        assertThat(recognizer.handle(FRAME, REKOGNITION_FIRST, CONFIDENT, NO_CAPTIONS))
                .as(rule)
                .isEqualTo(expected);
        assertThat(container.asked()).hasSize(1);
    }

    static Stream<Arguments> finals() {
        var refusals = EnumSet.complementOf(EnumSet.of(RejectReason.TOO_SLOW)).stream()
                .map(reason -> arguments(reason.name(), new Recognition.Rejected(reason)));
        return Stream.concat(Stream.of(arguments("sure", SURE), arguments("gone", GONE)), refusals);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("finals")
    void anAnswerThatNeedsNoSecondLookGetsNone(String name, Recognition first) {
        rekognition.answer(FRAME.key(), first);
        container.answer(FRAME.key(), OTHER);

        assertThat(recognizer.handle(FRAME, REKOGNITION_FIRST, CONFIDENT, NO_CAPTIONS))
                .as(name)
                .isEqualTo(first);
        assertThat(container.asked()).isEmpty();
    }

    @Test
    void oneWeakPlateAmongSureOnesAsksForASecondLook() {
        var both = new Recognition.Plates(
                FIRST,
                List.of(
                        reading(List.of(candidate("7TST123", 0.99)), CALIFORNIA),
                        reading(List.of(candidate("8TST123", 0.3)), CALIFORNIA)));
        rekognition.answer(FRAME.key(), both);

        recognizer.handle(FRAME, REKOGNITION_FIRST, CONFIDENT, NO_CAPTIONS);

        assertThat(container.asked()).hasSize(1);
    }

    @Test
    void whatNeitherCouldReadStaysUnreadAndWhatOneReadDoesNot() {
        var readBySecond = new UnreadPlate(at(0.1, "7TST123", 0.99).box(), UnreadPlate.Reason.GLARE);
        var hidden = new UnreadPlate(new Box(0.05, 0.05, 0.05, 0.05), UnreadPlate.Reason.HIDDEN);
        rekognition.answer(FRAME.key(), new Recognition.NoPlate(FIRST, List.of(readBySecond, hidden)));
        container.answer(
                FRAME.key(), new Recognition.Plates(SECOND, List.of(at(0.1, "7TST123", 0.99)), List.of(hidden)));

        assertThat(recognizer.handle(FRAME, REKOGNITION_FIRST, CONFIDENT, NO_CAPTIONS))
                .isEqualTo(new Recognition.Plates(SECOND, List.of(at(0.1, "7TST123", 0.99)), List.of(hidden)));
    }

    @Test
    void anEngineThatNamesNothingTakesNoUnreadPlateAway() {
        var blurred = new UnreadPlate(new Box(0.1, 0.1, 0.1, 0.1), UnreadPlate.Reason.BLURRED);
        rekognition.answer(FRAME.key(), new Recognition.NoPlate(FIRST, List.of(blurred)));
        container.answer(FRAME.key(), NOTHING_EITHER);

        assertThat(recognizer.handle(FRAME, REKOGNITION_FIRST, CONFIDENT, NO_CAPTIONS))
                .isEqualTo(new Recognition.NoPlate(SECOND, List.of(blurred)));
    }

    /** The first reads a listed plate surely and another one badly; the second sees only the other one. */
    @Test
    void aSurePlateOfTheFirstIsNotLostByAskingTheSecond() {
        var sure = at(0.1, "7TST123", 0.99);
        rekognition.answer(FRAME.key(), new Recognition.Plates(FIRST, List.of(sure, at(0.6, "8TST123", 0.6))));
        container.answer(FRAME.key(), new Recognition.Plates(SECOND, List.of(at(0.61, "8TST129", 0.95))));

        var joined = recognizer.handle(FRAME, REKOGNITION_FIRST, CONFIDENT, NO_CAPTIONS);

        assertThat(joined)
                .isEqualTo(new Recognition.Plates(
                        new Engine("first+second", "1+1"), List.of(sure, at(0.61, "8TST129", 0.95))));
    }

    @Test
    void aSureReadingOfTheFirstStandsAgainstASurerOneOfTheSameTextOrPlace() {
        var sure = at(0.1, "7TST123", 0.91);
        rekognition.answer(FRAME.key(), new Recognition.Plates(FIRST, List.of(sure, at(0.6, "8TST123", 0.6))));
        container.answer(
                FRAME.key(),
                new Recognition.Plates(SECOND, List.of(at(0.11, "7TST128", 0.99), at(0.6, "8TST123", 0.5))));

        var joined = recognizer.handle(FRAME, REKOGNITION_FIRST, CONFIDENT, NO_CAPTIONS);

        assertThat(joined).isEqualTo(new Recognition.Plates(FIRST, List.of(sure, at(0.6, "8TST123", 0.6))));
    }

    @Test
    void twoFullLooksJoinToTheMostConfidentPlatesOfAFrame() {
        var low = IntStream.range(0, 16)
                .mapToObj(i -> at(i / 20.0, "LOW" + i, 0.3))
                .toList();
        var high = IntStream.range(0, 16)
                .mapToObj(i -> at(i / 20.0, 0.8, "HIGH" + i, 0.95))
                .toList();
        rekognition.answer(FRAME.key(), new Recognition.Plates(FIRST, low));
        container.answer(FRAME.key(), new Recognition.Plates(SECOND, high));

        assertThat(recognizer.handle(FRAME, REKOGNITION_FIRST, CONFIDENT, NO_CAPTIONS))
                .isEqualTo(new Recognition.Plates(SECOND, high));
    }

    private static PlateReading at(double left, String plate, double confidence) {
        return at(left, 0.5, plate, confidence);
    }

    private static PlateReading at(double left, double top, String plate, double confidence) {
        var box = new Box(left, top, 0.04, 0.05);
        return new PlateReading(
                box,
                List.of(candidate(plate, confidence)),
                CALIFORNIA,
                new Crops(new Crop(box, TestData.jpeg(plate)), new Crop(box, TestData.jpeg("car of " + plate))));
    }

    @Test
    void containerFirstAsksTheContainerFirst() {
        container.answer(FRAME.key(), SURE);

        assertThat(recognizer.handle(FRAME, CONTAINER_FIRST, CONFIDENT, NO_CAPTIONS))
                .isEqualTo(SURE);
        assertThat(rekognition.asked()).isEmpty();
    }

    @Test
    void containerFirstAsksRekognitionNext() {
        container.answer(FRAME.key(), WEAKER);
        rekognition.answer(FRAME.key(), OTHER);

        assertThat(recognizer.handle(FRAME, CONTAINER_FIRST, CONFIDENT, NO_CAPTIONS))
                .isEqualTo(OTHER);
    }

    @Test
    void containerOnlyNeverAsksRekognition() {
        for (var look : List.of(WEAK, NOTHING, THROTTLED)) {
            container.answer(FRAME.key(), look);

            assertThat(recognizer.handle(FRAME, CONTAINER_ONLY, CONFIDENT, NO_CAPTIONS))
                    .isEqualTo(look);
        }
        assertThat(rekognition.asked()).isEmpty();
    }

    @Test
    void aCaptionThatOneEngineTookForASurePlateIsNoneAndTheOtherIsAsked() {
        var plate = new Recognition.Plates(SECOND, List.of(at(0.1, "4TST002", 0.95)));
        rekognition.answer(FRAME.key(), SURE);
        container.answer(FRAME.key(), plate);

        var look = recognizer.handle(FRAME, REKOGNITION_FIRST, CONFIDENT, List.of(ARead.PLATE_BOX));

        assertThat(look).isEqualTo(plate);
    }

    @Test
    void whatLiesBesideACaptionIsAPlate() {
        container.answer(FRAME.key(), SURE);
        var beside = new Box(0, 0, 0.1, 0.05);

        assertThat(recognizer.handle(FRAME, CONTAINER_ONLY, CONFIDENT, List.of(beside)))
                .isEqualTo(SURE);
    }

    @Test
    void aFrameWithACaptionAloneShowsNoPlate() {
        container.answer(FRAME.key(), SURE);

        assertThat(recognizer.handle(FRAME, CONTAINER_ONLY, CONFIDENT, List.of(ARead.PLATE_BOX)))
                .isEqualTo(NOTHING);
    }
}
