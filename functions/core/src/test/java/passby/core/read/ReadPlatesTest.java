package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.capture.CameraUses;
import passby.core.capture.CaptureFacts;
import passby.core.capture.Ownership;
import passby.core.capture.UploadKey;
import passby.core.hit.PublishAlerts;
import passby.core.ledger.Count;
import passby.core.picture.Box;
import passby.core.picture.RejectReason;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.Limits;
import passby.core.policy.PolicyUnavailable;
import passby.core.recognition.Recognition;
import passby.core.recognition.UnreadPlate;
import passby.core.retention.Clocks;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.zone.AZone;
import passby.core.zone.ZoneKind;

final class ReadPlatesTest {
    private final UploadLine line = new UploadLine(TestData.policy(NonHitRetention.DAYS_7));
    private final UploadLine flush = new UploadLine(TestData.policy(NonHitRetention.FLUSH));

    @Test
    void aPlateThatIsOnNoListIsKeptForTheNonHitRetention() {
        var key = line.upload(reading("7TST123", CALIFORNIA));

        var processed = line.handle(key);

        assertThat(processed).isInstanceOf(Processed.Done.class);
        var read = line.city.frames().allReads().getFirst();
        assertThat(read.plate().raw()).isEqualTo("7TST123");
        assertThat(read.retentionClass()).isEqualTo(RetentionClass.NON_HIT);
        assertThat(read.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(read.readId()).isEqualTo(read.uploadId() + "-1");
        assertThat(read.position()).isEqualTo(TestData.CORNER);
        assertThat(line.city.pictures().keys())
                .containsExactlyElementsOf(read.pictureKeys())
                .hasSize(1);
        assertThat(line.city.frames().allFrames().getFirst().expiresAt()).isEqualTo(read.expiresAt());
        assertThat(line.city.ledger().entries()).isEmpty();
    }

    @Test
    void retentionCountsFromTheEarlierOfCaptureAndReceipt() {
        var old = line.upload(TestData.facts(NOW.minus(Duration.ofDays(2))), reading("7TST123", CALIFORNIA));
        var ahead = line.upload(TestData.facts(NOW.plus(Duration.ofDays(2))), reading("8TST123", CALIFORNIA));

        line.handle(old);
        line.handle(ahead);

        assertThat(line.city.frames().allReads())
                .extracting(Read::expiresAt)
                .containsExactly(NOW.plus(Duration.ofDays(5)), NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void aCameraWhoseClockRunsAheadIsFlagged() {
        var limit = line.upload(TestData.facts(NOW.plus(Duration.ofMinutes(2))), reading("7TST123", CALIFORNIA));
        var beyond = line.upload(
                TestData.facts(NOW.plus(Duration.ofMinutes(2)).plusMillis(1)), reading("8TST123", CALIFORNIA));

        line.handle(limit);
        line.handle(beyond);

        assertThat(line.city.frames().allReads()).extracting(Read::skewed).containsExactly(false, true);
    }

    @Test
    void theUploadIsDeletedWhenItsResultsAreStored() {
        var key = line.upload(reading("7TST123", CALIFORNIA));

        line.handle(key);

        assertThat(line.city.uploads().keys()).isEmpty();
        assertThat(line.city.counters().total(Count.FRAME_WITH_PLATES)).isEqualTo(1);
        assertThat(line.city.counters().total(Count.READ)).isEqualTo(1);
    }

    @Test
    void platesThatCannotBeReadAreCountedByTheirReasonOnce() {
        var blurred = new UnreadPlate(new Box(0.1, 0.1, 0.1, 0.1), UnreadPlate.Reason.BLURRED);
        var small = new UnreadPlate(new Box(0.7, 0.1, 0.1, 0.1), UnreadPlate.Reason.TOO_SMALL);
        var seen = line.upload(reading("7TST123", CALIFORNIA));
        line.container.answer(
                seen,
                new Recognition.Plates(ARead.ENGINE, List.of(reading("7TST123", CALIFORNIA)), List.of(blurred, small)));
        var empty = line.upload();
        line.container.answer(empty, new Recognition.NoPlate(ARead.ENGINE, List.of(blurred)));

        for (var key : List.of(seen, empty, seen, empty)) {
            line.bringBack(key);
            line.handle(key);
        }

        assertThat(line.city.illegible().ofDay(NOW, List.of(UploadLine.CAMERA)))
                .isEqualTo(Map.of(UploadLine.CAMERA, Map.of("blurred", 2L, "too-small", 1L)));
    }

    @Test
    void aFrameWithoutAPlateLeavesNothingButACount() {
        var key = line.upload();

        var processed = line.handle(key);

        assertThat(processed).isEqualTo(new Processed.NoPlate(ARead.ENGINE));
        assertThat(line.leftBehind()).isEmpty();
        assertThat(line.city.counters().total(Count.FRAME_NO_PLATE)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRejectedFrameIsCountedUnderItsReasonAndDeleted(RejectReason reason) {
        var key = line.upload();
        line.container.answer(key, new Recognition.Rejected(reason));

        var processed = line.handle(key);

        assertThat(processed).isEqualTo(new Processed.Rejected(reason));
        assertThat(line.leftBehind()).isEmpty();
        var count = Count.valueOf("FRAME_REJECTED_" + reason.name().toUpperCase(Locale.ROOT));
        assertThat(line.city.counters().total(count)).isEqualTo(1);
    }

    @Test
    void aFrameThatIsGoneIsDone() {
        var key = line.upload(reading("7TST123", CALIFORNIA));
        line.city.uploads().delete(key);

        var processed = line.handle(key);

        assertThat(processed).isEqualTo(new Processed.Gone());
        assertThat(line.container.asked()).isEmpty();
        assertThat(line.leftBehind()).isEmpty();
    }

    @Test
    void aFrameThatVanishesUnderTheRecogniserIsDone() {
        var key = line.upload();
        line.container.answer(key, new Recognition.Gone());

        assertThat(line.handle(key)).isEqualTo(new Processed.Gone());
        assertThat(line.leftBehind()).isEmpty();
    }

    @Test
    void anObjectThatIsNoUploadOfOursIsNeverLookedAt() {
        assertThat(line.handle("u/0/../../etc/passwd")).isEqualTo(new Processed.Foreign());
        assertThat(line.handle("")).isEqualTo(new Processed.Foreign());

        assertThat(line.container.asked()).isEmpty();
        assertThat(line.city.counters().total(Count.FRAME_MALFORMED_EVENT)).isEqualTo(2);
    }

    @Test
    void anObjectWithoutOurMetadataIsDeletedUnread() {
        var key = line.upload();
        line.city.uploads().putForeign(key, TestData.jpeg("smuggled"));

        line.handle(key);

        assertThat(line.container.asked()).isEmpty();
        assertThat(line.leftBehind()).isEmpty();
    }

    @Test
    void aFrameOfACameraThatNobodyRegisteredIsDeletedUnread() {
        var key = line.upload(reading("7TST123", CALIFORNIA)).replace(UploadLine.CAMERA, "cam-oak");
        line.city.uploads().put(key, TestData.jpeg("x"), TestData.facts(NOW));

        var processed = line.handle(key);

        assertThat(processed).isEqualTo(new Processed.Foreign());
        assertThat(line.city.uploads().keys()).doesNotContain(key);
        assertThat(line.container.asked()).isEmpty();
    }

    @Test
    void aFrameThatNoEngineCouldReadGoesBackToTheQueueAndStays() {
        var key = line.upload();
        line.container.answer(key, new Recognition.Unavailable("throttled"));

        var processed = line.handle(key);

        assertThat(processed).isEqualTo(new Processed.Retry("throttled"));
        assertThat(line.leftBehind()).containsExactly(key);
        assertThat(line.city.counters().total(Count.FRAME_RETRIED)).isEqualTo(1);
    }

    @Test
    void aRetriedFrameIsReadWhenTheEngineIsBack() {
        var key = line.upload();
        line.container.answer(key, new Recognition.Unavailable("throttled"));
        line.handle(key);
        line.container.sees(key, reading("7TST123", CALIFORNIA));

        assertThat(line.handle(key)).isInstanceOf(Processed.Done.class);
        assertThat(line.city.frames().allReads()).hasSize(1);
    }

    @Test
    void withoutAPolicyNothingIsReadAndNothingIsLost() {
        var key = line.upload(reading("7TST123", CALIFORNIA));
        line.city.policyDocuments().setReadable(false);

        assertThatThrownBy(() -> line.handle(key)).isInstanceOf(PolicyUnavailable.class);

        assertThat(line.leftBehind()).containsExactly(key);
    }

    @Test
    void aFrameOfAPrivateOwnerWhoWithdrewIsDroppedAndCounted() {
        var key = line.upload(TestData.facts(NOW), reading("7TST123", CALIFORNIA));
        line.city.cameras().put(TestData.camera("cam-elm").owned(Ownership.PRIVATE));

        assertThat(line.handle(key)).isEqualTo(new Processed.OptedOut());
        assertThat(line.leftBehind()).isEmpty();
        assertThat(line.city.counters().total(Count.FRAME_OPTED_OUT)).isEqualTo(1);
    }

    @Test
    void inDaysModeAFrameAsOldAsTheRetentionIsTooLate() {
        var key = line.upload(TestData.facts(NOW.minus(Duration.ofDays(7))), reading("7TST123", CALIFORNIA));

        var processed = line.handle(key);

        assertThat(processed).isEqualTo(new Processed.TooLate());
        assertThat(line.leftBehind()).isEmpty();
        assertThat(line.city.counters().total(Count.FRAME_DROPPED_LATE)).isEqualTo(1);
    }

    @Test
    void aMobileFrameTakenInAnExcludedZoneIsDroppedUnseenDeletedAndCounted() {
        var capture = new CaptureFacts(NOW, TestData.CORNER, null, null, 0);
        var key = line.upload("cam-patrol-7", capture, reading("7TST123", CALIFORNIA));
        line.city
                .policyDocuments()
                .put(TestData.withZones(TestData.policy(2, NonHitRetention.DAYS_7), AZone.school("school")));

        var processed = line.handle(key);

        assertThat(processed).isEqualTo(new Processed.Excluded(ZoneKind.SCHOOL));
        assertThat(line.leftBehind()).isEmpty();
        assertThat(line.city.counters().total(Count.FRAME_DROPPED_EXCLUDED)).isEqualTo(1);
        line.bringBack(key);
        assertThat(line.handle(key)).isEqualTo(new Processed.AlreadyProcessed());
    }

    @Test
    void inDaysModeAFrameIsReadThatCanBeKeptForAFewMinutesStill() {
        var shortest = NOW.minus(Duration.ofDays(7)).plus(Clocks.SHORTEST_LIFE);
        var tooShort = line.upload(TestData.facts(shortest), reading("7TST123", CALIFORNIA));
        assertThat(line.handle(tooShort)).isEqualTo(new Processed.TooLate());
        var facts = TestData.facts(shortest.plusMillis(1));
        var key = line.upload(facts, reading("7TST123", CALIFORNIA));

        assertThat(line.handle(key)).isInstanceOf(Processed.Done.class);
    }

    @Test
    void inFlushModeAFrameIsTooLate150SecondsAfterCapture() {
        flush.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        var key = flush.upload(TestData.facts(NOW.minusSeconds(150)), reading("7TST123", CALIFORNIA));

        assertThat(flush.handle(key)).isEqualTo(new Processed.TooLate());
        assertThat(flush.leftBehind()).isEmpty();
    }

    @Test
    void inFlushModeAFrameOneMillisecondYoungerIsRead() {
        flush.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        var facts = TestData.facts(NOW.minusSeconds(150).plusMillis(1));
        var key = flush.upload(facts, reading("7TST123", CALIFORNIA));

        assertThat(flush.handle(key)).isInstanceOf(Processed.Done.class);
        assertThat(flush.city.hits().all()).hasSize(1);
    }

    @Test
    void inFlushModeTheClockOfReceiptCountsWhenTheCamerasRunsAhead() {
        var key = flush.upload(TestData.facts(NOW.plus(Duration.ofHours(1))), reading("7TST123", CALIFORNIA));
        flush.clock.advance(Duration.ofSeconds(150));

        assertThat(flush.handle(key)).isEqualTo(new Processed.TooLate());
    }

    @Test
    void aSwitchToFlushRulesTheFramesThatAreOnTheirWay() {
        var key = line.upload(TestData.facts(NOW.minusSeconds(200)), reading("7TST123", CALIFORNIA));
        line.city.policyDocuments().put(TestData.policy(2, NonHitRetention.FLUSH));

        assertThat(line.handle(key)).isEqualTo(new Processed.TooLate());
        assertThat(line.leftBehind()).isEmpty();
    }

    @Test
    void whileCaptureIsSwitchedOffAFrameWaitsAndNothingLooksAtIt() {
        var key = line.upload(reading("7TST123", CALIFORNIA));
        line.city
                .policyDocuments()
                .put(TestData.withCapture(TestData.policy(2, NonHitRetention.DAYS_7), CaptureSwitch.OFF));

        var processed = line.handle(key);

        assertThat(processed).isInstanceOf(Processed.Retry.class);
        assertThat(line.container.asked()).isEmpty();
        assertThat(line.leftBehind()).containsExactly(key);
    }

    @Test
    void aProcessedFrameMakesRoomForTheNextOfItsCamera() {
        var key = UploadKey.parse(line.upload()).orElseThrow();
        var one = new CameraUses.Amounts(1, 0, 1);
        line.city.cameraUses().add(UploadLine.CAMERA, one, Duration.ofMillis(-1500), Limits.Window.TEN_MINUTES, NOW);

        line.handle(key.format());

        var counted = line.city
                .cameraUses()
                .add(UploadLine.CAMERA, one, Duration.ofMillis(-1500), Limits.Window.TEN_MINUTES, NOW);
        assertThat(counted.onTheirWay()).isOne();
    }

    @Test
    void anAlertThatFailedStaysPendingAndGoesOutWithTheRedelivery() {
        line.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        var key = line.upload(reading("7TST123", CALIFORNIA));
        line.city.alerts().setReachable(false);
        assertThatThrownBy(() -> line.handle(key)).hasMessage("the topic cannot be reached");
        assertThat(line.city.hits().pending()).hasSize(1);
        assertThat(line.city.uploads().keys()).containsExactly(key);
        line.city.alerts().setReachable(true);

        var processed = line.handle(key);

        assertThat(processed).isEqualTo(new Processed.AlreadyProcessed());
        assertThat(line.city.alerts().published()).hasSize(1);
        assertThat(line.city.hits().pending()).isEmpty();
        assertThat(line.city.uploads().keys()).isEmpty();
    }

    /** The process may die, or a store fail, between the alert and what comes behind it. */
    @Test
    void aFrameWhoseCountFailedIsDoneAndIsNotLookedAtAgain() {
        line.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        var key = line.upload(reading("7TST123", CALIFORNIA));
        line.city.counters().setReachable(false);
        assertThatThrownBy(() -> line.handle(key)).hasMessage("the counters cannot be reached");
        assertThat(line.city.alerts().published()).hasSize(1);
        assertThat(line.city.hits().pending()).isEmpty();
        assertThat(line.city.uploads().keys()).isEmpty();
        line.city.counters().setReachable(true);

        assertThat(line.handle(key)).isEqualTo(new Processed.AlreadyProcessed());

        assertThat(line.container.asked()).hasSize(1);
        assertThat(line.city.alerts().published()).hasSize(1);
    }

    @Test
    void aStoredFrameThatComesBackIsKnownByItsRowAndCostsNoLook() {
        var key = line.upload(reading("7TST123", CALIFORNIA));
        line.handle(key);
        line.bringBack(key);

        assertThat(line.handle(key)).isEqualTo(new Processed.AlreadyProcessed());

        assertThat(line.container.asked()).hasSize(1);
        assertThat(line.city.uploads().keys()).isEmpty();
        assertThat(line.city.counters().total(Count.FRAME_REPLAYED)).isOne();
    }

    @Test
    void aFrameThatLeftNothingAndComesBackIsKnownByItsMark() {
        var key = line.upload();
        line.handle(key);
        line.bringBack(key);

        assertThat(line.handle(key)).isEqualTo(new Processed.AlreadyProcessed());

        assertThat(line.container.asked()).hasSize(1);
    }

    @Test
    void anAlertThatFailedGoesOutWithTheMinutesSweep() {
        line.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        var key = line.upload(reading("7TST123", CALIFORNIA));
        line.city.alerts().setReachable(false);
        assertThatThrownBy(() -> line.handle(key)).isInstanceOf(IllegalStateException.class);
        line.city.alerts().setReachable(true);

        var published = line.alerts.publishPending();

        assertThat(published).isEqualTo(new PublishAlerts.Run(1, 0));
        assertThat(line.alerts.publishPending()).isEqualTo(new PublishAlerts.Run(0, 0));
        assertThat(line.city.alerts().published()).hasSize(1);
    }
}
