package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.candidate;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.factsOfPass;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.hit.Alert;
import passby.core.hit.FinishRejections;
import passby.core.hit.Hit;
import passby.core.hit.HitStep;
import passby.core.hit.RejectionReason;
import passby.core.hotlist.MatchType;
import passby.core.ledger.EntryType;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.recognition.PlateReading;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.testing.AHotListEntry;
import passby.core.testing.TestData;

/** One alert for each pass and plate, whatever a camera calls its passes. */
final class PassesTest {
    private static final PlateReading WANTED = reading("7TST123", CALIFORNIA);
    private static final PlateReading OF_UNKNOWN_STATE = reading("7TST123", IssuingState.UNKNOWN);

    /** The state was read, and the plate only as what it may be too. */
    private static final PlateReading OF_SECOND_THOUGHT =
            reading(List.of(candidate("7TST1Z8", 0.6), candidate("7TST123", 0.4)), CALIFORNIA);

    private final UploadLine line = line(NonHitRetention.DAYS_7);

    private static UploadLine line(NonHitRetention retention) {
        var line = new UploadLine(TestData.policy(retention));
        line.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        return line;
    }

    private static void pass(UploadLine line, Instant capturedAt, PlateReading plate) {
        line.clock.set(capturedAt);
        line.handle(line.upload(factsOfPass(capturedAt, "17"), plate), capturedAt);
    }

    private Hit onlyHit() {
        assertThat(line.city.hits().all()).hasSize(1);
        return line.city.hits().all().getFirst();
    }

    /** A camera starts anew and counts from 1 again: the stolen car of last month is still stolen. */
    @ParameterizedTest
    @EnumSource(names = {"FLUSH", "DAYS_7"})
    void aPassIdThatComesAgainSilencesNothing(NonHitRetention retention) {
        var line = line(retention);
        var life = TestData.policy(retention).timing().passLife();
        pass(line, NOW, WANTED);

        pass(line, NOW.plus(life), WANTED);

        assertThat(line.city.hits().all()).hasSize(2);
        assertThat(line.city.alerts().published()).hasSize(2);
    }

    /** Eleven starting points, so that some passes lie across the border of two ordinals. */
    @ParameterizedTest
    @EnumSource(names = {"FLUSH", "DAYS_7"})
    void theFramesOfOnePassAlertOnceWhereverTheClockStands(NonHitRetention retention) {
        var life = TestData.policy(retention).timing().passLife();
        for (var start = 0; start <= 10; start++) {
            var line = line(retention);
            var first = NOW.plus(life.multipliedBy(start).dividedBy(10));

            pass(line, first, WANTED);
            pass(line, first.plus(life).minusMillis(1), WANTED);

            assertThat(line.city.hits().all()).hasSize(1);
            assertThat(line.city.alerts().published()).hasSize(1);
        }
    }

    @Test
    void aFrameThatComesBeforeTheOneThatWasCapturedFirstBelongsToItsPass() {
        pass(line, NOW.plusSeconds(2), WANTED);
        line.handle(line.upload(factsOfPass(NOW.minusSeconds(2), "17"), WANTED), NOW.plusSeconds(3));

        assertThat(onlyHit().sighting().capturedAt()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void anAdvisoryHitThatALaterFrameMakesCertainIsPushedThen() {
        pass(line, NOW, OF_UNKNOWN_STATE);
        assertThat(onlyHit().isAdvisory()).isTrue();

        pass(line, NOW.plusSeconds(1), WANTED);

        assertThat(onlyHit().isAdvisory()).isFalse();
        assertThat(onlyHit().sighting().capturedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(line.city.alerts().published()).extracting(Alert::advisory).containsExactly(true, false);
        assertThat(line.city.alerts().published())
                .extracting(Alert::hitId)
                .containsOnly(onlyHit().hitId());
        assertThat(line.city.ledger().entries(EntryType.HIT_UPGRADED)).hasSize(1);
        assertThat(line.city.frames().allFrames())
                .allSatisfy(frame ->
                        assertThat(frame.hits()).containsExactly(onlyHit().hitId()));
    }

    @Test
    void aCertainHitIsNotPushedAgainByAnotherFrame() {
        pass(line, NOW, WANTED);
        pass(line, NOW.plusSeconds(1), OF_UNKNOWN_STATE);
        pass(line, NOW.plusSeconds(2), WANTED);

        assertThat(line.city.alerts().published()).hasSize(1);
    }

    @Test
    void theStepsOfAnAdvisoryHitStayWhenItIsMadeCertain() {
        pass(line, NOW, OF_UNKNOWN_STATE);
        var viewed = new HitStep.Viewed("officer-lopez", NOW);
        line.city.hits().step(onlyHit(), viewed, TestData.entry(EntryType.HIT_STEP));

        pass(line, NOW.plusSeconds(1), WANTED);

        assertThat(onlyHit().steps()).containsExactly(viewed);
        assertThat(onlyHit().isAdvisory()).isFalse();
    }

    @Test
    void aHitThatAnOfficerRejectedStaysClosedForThisPass() {
        pass(line, NOW, OF_UNKNOWN_STATE);
        var rejected = new HitStep.Rejected("officer-lopez", NOW, RejectionReason.MISREAD);
        line.city.hits().step(onlyHit(), rejected, TestData.entry(EntryType.HIT_STEP));

        pass(line, NOW.plusSeconds(1), WANTED);

        assertThat(onlyHit().isAdvisory()).isTrue();
        assertThat(line.city.alerts().published()).hasSize(1);
        assertThat(Duration.between(NOW, onlyHit().raisedAt())).isZero();
    }

    /** Of a stranger whose plate was misread nothing is kept for longer because a frame was late. */
    @Test
    void aFrameThatComesAfterItsHitWasRejectedIsKeptNoLongerThanThoseBefore() {
        pass(line, NOW, WANTED);
        var hit = onlyHit();
        var date = hit.rejectedExpiry(NonHitRetention.DAYS_7.duration(), NOW);
        var rejected = new HitStep.Rejected("officer-lopez", NOW, RejectionReason.MISREAD);
        line.city.hits().reject(hit, rejected, date, TestData.entry(EntryType.HIT_STEP));
        pass(line, NOW.plusSeconds(1), WANTED);
        assertThat(line.city.frames().allReads())
                .extracting(Read::retentionClass)
                .containsExactlyInAnyOrder(RetentionClass.NON_HIT, RetentionClass.HIT);

        new FinishRejections(
                        line.city.hits(), line.city.hits(), () -> TestData.policy(NonHitRetention.DAYS_7), line.clock)
                .handle();

        assertThat(line.city.frames().allReads()).hasSize(2).allSatisfy(read -> {
            assertThat(read.retentionClass()).isEqualTo(RetentionClass.NON_HIT);
            assertThat(read.expiresAt()).isEqualTo(date);
        });
    }

    /** The state stands in one frame and the plate in another: half of the street's listed plates were advisory for want of this. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theStateOfOneFrameCountsForThePassWhoseOtherFrameReadThePlate(boolean stateFirst) {
        pass(line, NOW, stateFirst ? OF_SECOND_THOUGHT : OF_UNKNOWN_STATE);
        assertThat(onlyHit().isAdvisory()).isTrue();

        pass(line, NOW.plusSeconds(1), stateFirst ? OF_UNKNOWN_STATE : OF_SECOND_THOUGHT);

        assertThat(onlyHit().isAdvisory()).isFalse();
        assertThat(onlyHit().matchType()).isEqualTo(MatchType.EXACT);
        assertThat(onlyHit().sighting().state()).isEqualTo(CALIFORNIA);
        assertThat(onlyHit().sighting().capturedAt()).isEqualTo(stateFirst ? NOW.plusSeconds(1) : NOW);
        assertThat(line.city.alerts().published()).extracting(Alert::advisory).containsExactly(true, false);
        assertThat(line.city.ledger().entries(EntryType.HIT_UPGRADED)).hasSize(1);
    }

    @Test
    void aSecondThoughtOfAnotherStateMakesNothingCertain() {
        pass(line, NOW, OF_UNKNOWN_STATE);

        pass(
                line,
                NOW.plusSeconds(1),
                reading(OF_SECOND_THOUGHT.candidates(), new IssuingState.Issued("NV", new Confidence(0.9))));

        assertThat(onlyHit().isAdvisory()).isTrue();
        assertThat(line.city.alerts().published()).hasSize(1);
    }

    @Test
    void twoSecondThoughtsMakeNothingCertain() {
        pass(line, NOW, reading(OF_SECOND_THOUGHT.candidates(), IssuingState.UNKNOWN));

        pass(line, NOW.plusSeconds(1), OF_SECOND_THOUGHT);

        assertThat(onlyHit().isAdvisory()).isTrue();
    }

    @Test
    void theStateOfOnePassDoesNotCountForAnother() {
        pass(line, NOW, OF_UNKNOWN_STATE);
        var later = NOW.plus(TestData.policy(NonHitRetention.DAYS_7).timing().passLife());

        pass(line, later, OF_SECOND_THOUGHT);

        assertThat(line.city.hits().all()).hasSize(2).allMatch(Hit::isAdvisory);
    }

    @Test
    void aMisreadThatALaterFrameCorrectsIntoAListedPlateAlertsAtThatMoment() {
        pass(line, NOW, reading("7TST128", CALIFORNIA));
        assertThat(line.city.alerts().published()).isEmpty();

        pass(line, NOW.plusSeconds(1), WANTED);

        assertThat(line.city.alerts().published()).extracting(Alert::advisory).containsExactly(false);
    }
}
