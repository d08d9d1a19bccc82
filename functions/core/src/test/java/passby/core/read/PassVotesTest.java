package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.factsOfPass;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.core.hit.FramesOfPass;
import passby.core.hit.Hit;
import passby.core.ledger.EntryType;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.recognition.PlateReading;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.TestData;

/** The frames of one pass read a plate together that none of them read alone. */
final class PassVotesTest {
    private static final String LISTED = "7TST123";
    private static final List<PlateReading> MISREAD = Stream.of("7TST128", "7TST723", "1TST123")
            .map(raw -> reading(raw, CALIFORNIA))
            .toList();

    private final UploadLine line = line(NonHitRetention.DAYS_7);

    private static UploadLine line(NonHitRetention retention) {
        var line = new UploadLine(TestData.policy(retention));
        line.city.hotLists().put(AHotListEntry.of("r1", LISTED).build());
        return line;
    }

    private static Processed pass(UploadLine line, Instant capturedAt, String pass, PlateReading plate) {
        line.clock.set(capturedAt);
        return line.handle(line.upload(factsOfPass(capturedAt, pass), plate), capturedAt);
    }

    private static void pass(UploadLine line, List<PlateReading> frames) {
        for (var i = 0; i < frames.size(); i++) {
            pass(line, NOW.plusMillis(500L * i), "17", frames.get(i));
        }
    }

    static Stream<List<PlateReading>> orders() {
        var one = MISREAD.get(0);
        var two = MISREAD.get(1);
        var three = MISREAD.get(2);
        return Stream.of(
                List.of(one, two, three),
                List.of(one, three, two),
                List.of(two, one, three),
                List.of(two, three, one),
                List.of(three, one, two),
                List.of(three, two, one));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aMisreadThatTheFramesCorrectIntoAListedPlateAlertsAtThatMomentInAnyOrder(List<PlateReading> frames) {
        pass(line, frames.subList(0, 2));
        assertThat(line.city.hits().all()).isEmpty();

        pass(line, NOW.plusSeconds(1), "17", frames.get(2));

        assertThat(line.city.hits().all()).singleElement().satisfies(hit -> {
            assertThat(hit.isAdvisory()).isFalse();
            assertThat(hit.sighting().plate()).isEqualTo(new Plate(LISTED));
            assertThat(hit.sighting().frames()).isEqualTo(new FramesOfPass(0, 3));
        });
        assertThat(line.city.alerts().published()).hasSize(1);
        assertThat(line.city.ledger().entries(EntryType.HIT_RAISED)).hasSize(1);
    }

    @Test
    void aHitTellsHowManyFramesReadExactlyItsPlate() {
        var unknown = reading(LISTED, new IssuingState.Unknown());
        pass(line, List.of(unknown, unknown));

        pass(line, NOW.plusSeconds(1), "17", reading(LISTED, CALIFORNIA));

        assertThat(line.city.hits().all()).singleElement().satisfies(hit -> {
            assertThat(hit.isAdvisory()).isFalse();
            assertThat(hit.sighting().frames()).isEqualTo(new FramesOfPass(3, 3));
        });
    }

    @Test
    void aFrameThatReadsAgainstTheOthersIsCountedAsOneOfThem() {
        var other = reading("7TST128", CALIFORNIA);
        pass(line, List.of(other, other, other));

        pass(line, NOW.plusSeconds(2), "17", reading(LISTED, CALIFORNIA));

        assertThat(line.city.hits().all())
                .singleElement()
                .satisfies(hit -> assertThat(hit.sighting().frames()).isEqualTo(new FramesOfPass(1, 4)));
    }

    @Test
    void aFrameOfNoNamedPassSpeaksForItself() {
        line.handle(line.upload(TestData.facts(NOW), reading(LISTED, CALIFORNIA)), NOW);

        assertThat(line.city.hits().all())
                .singleElement()
                .satisfies(hit -> assertThat(hit.sighting().frames()).isEqualTo(FramesOfPass.ALONE));
    }

    @Test
    void noFramesOwnTextIsChanged() {
        pass(line, MISREAD);

        assertThat(line.city.frames().allReads())
                .extracting(read -> read.best().plate().raw())
                .containsExactlyInAnyOrder("7TST128", "7TST723", "1TST123");
    }

    @Test
    void furtherFramesOfThePassAlertNoMore() {
        pass(line, MISREAD);

        pass(line, NOW.plusSeconds(2), "17", reading(LISTED, CALIFORNIA));
        pass(line, NOW.plusSeconds(3), "17", MISREAD.getFirst());

        assertThat(line.city.hits().all()).hasSize(1);
        assertThat(line.city.alerts().published()).hasSize(1);
    }

    @Test
    void aListedPlateThatOneFrameAloneReadsIsAdvisoryOnceTheOthersAgreeUponAnother() {
        var other = reading("7TST128", CALIFORNIA);
        pass(line, List.of(other, other, other));

        pass(line, NOW.plusSeconds(2), "17", reading(LISTED, CALIFORNIA));

        assertThat(line.city.hits().all()).singleElement().matches(Hit::isAdvisory);
    }

    @Test
    void twoFramesThatDifferCorrectNothing() {
        pass(line, MISREAD.subList(0, 2));
        pass(line, NOW.plusSeconds(2), "17", MISREAD.getFirst());

        assertThat(line.city.hits().all()).isEmpty();
    }

    @Test
    void framesOfAnotherPassOfAnotherCameraOrOfAnotherPlateHaveNoVoice() {
        pass(line, MISREAD.subList(0, 2));

        pass(line, NOW.plusSeconds(1), "18", MISREAD.getLast());
        line.clock.set(NOW.plusSeconds(2));
        line.handle(
                line.upload("cam-oak", factsOfPass(NOW.plusSeconds(2), "17"), MISREAD.getLast()), NOW.plusSeconds(2));
        pass(line, NOW.plusSeconds(3), "17", reading("1TST555", CALIFORNIA));

        assertThat(line.city.hits().all()).isEmpty();
    }

    @Test
    void whatALaterPassUnderTheSameNameReadsIsAnotherVehicle() {
        var life = TestData.policy(NonHitRetention.DAYS_7).timing().passLife();
        pass(line, MISREAD.subList(0, 2));

        pass(line, NOW.plus(life).plusSeconds(1), "17", MISREAD.getLast());

        assertThat(line.city.hits().all()).isEmpty();
    }

    @Test
    void aThousandFramesInOnePassAlertOnce() {
        for (var i = 0; i < 1_000; i++) {
            pass(line, NOW.plusMillis(i), "17", MISREAD.get(i % 3));
        }

        assertThat(line.city.hits().all()).hasSize(1);
        assertThat(line.city.alerts().published()).hasSize(1);
    }

    @Test
    void readingsOfAPassAreGoneSoonWhateverIsKept() {
        pass(line, MISREAD);

        assertThat(line.city.hits().all()).hasSize(1);
        assertThat(line.passReadings.dates().values())
                .containsExactly(NOW.plus(Duration.ofSeconds(1)).plus(CorrectByPass.KEPT));
    }

    @Test
    void inFlushEachFrameSpeaksForItselfAndLeavesNothingForTheOthers() {
        var line = line(NonHitRetention.FLUSH);
        pass(line, MISREAD);

        assertThat(line.passReadings.dates()).isEmpty();
        assertThat(line.city.hits().all()).isEmpty();
    }
}
