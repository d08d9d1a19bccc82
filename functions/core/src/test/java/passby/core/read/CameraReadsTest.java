package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.capture.CaptureFacts;
import passby.core.capture.UploadKey;
import passby.core.form.Form;
import passby.core.hit.Alert;
import passby.core.hit.Caution;
import passby.core.hit.HandleHits;
import passby.core.hit.Hit;
import passby.core.hit.HitState;
import passby.core.ledger.Count;
import passby.core.recognition.Engine;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** Cameras that read plates themselves: what they post comes in under the gates and clocks of frames. (A10) */
final class CameraReadsTest {
    private static final Engine ENGINE = new Engine("camera:openalpr", "4.1.9");

    private final UploadLine line = new UploadLine(TestData.policy(NonHitRetention.DAYS_7));

    private static PostedRead read(CaptureFacts facts) {
        return new PostedRead(facts, List.of(ARead.candidate("7TST123", 0.98)), CALIFORNIA, ENGINE);
    }

    private static PostedRead read(Instant capturedAt) {
        return read(TestData.facts(capturedAt));
    }

    private void listed() {
        line.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
    }

    private Hit onlyHit() {
        assertThat(line.city.hits().all()).hasSize(1);
        return line.city.hits().all().getFirst();
    }

    @Test
    void aReadOfACameraIsStoredUnderItsEngineWithoutPictures() {
        line.handle(line.post(read(NOW)));

        var stored = line.city.frames().allReads().getFirst();
        assertThat(stored.plate().raw()).isEqualTo("7TST123");
        assertThat(stored.engine()).isEqualTo(ENGINE);
        assertThat(stored.pictures()).isNull();
        assertThat(stored.retentionClass()).isEqualTo(RetentionClass.NON_HIT);
        assertThat(stored.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(line.city.pictures().keys()).isEmpty();
        assertThat(line.city.uploads().keys()).isEmpty();
        assertThat(line.container.asked()).isEmpty();
        assertThat(line.city.counters().total(Count.READ)).isOne();
    }

    @Test
    void aListedPlateWithoutAPictureIsAdvisory() {
        listed();

        line.handle(line.post(read(NOW)));

        assertThat(onlyHit().cautions()).containsExactly(Caution.NO_PICTURE);
        assertThat(onlyHit().isAdvisory()).isTrue();
        assertThat(line.city.alerts().published()).isNotEmpty().allMatch(Alert::advisory);
    }

    @Test
    void aPictureOfTheSamePassMakesItCertain() {
        listed();
        var facts = new CaptureFacts(NOW, null, null, "pass_7", 0);
        line.handle(line.post(read(facts)));

        line.handle(line.upload(facts, reading("7TST123", CALIFORNIA)));

        assertThat(onlyHit().isAdvisory()).isFalse();
        assertThat(onlyHit().sighting().pictures()).isNotNull();
    }

    @Test
    void theSameReadTwiceChangesNothing() {
        listed();
        var key = line.post(read(NOW));
        line.handle(key);
        line.city.postedReads().put(UploadKey.parse(key).orElseThrow(), read(NOW));

        assertThat(line.handle(key)).isEqualTo(new Processed.AlreadyProcessed());

        assertThat(line.city.frames().allReads()).hasSize(1);
        assertThat(line.city.alerts().published()).hasSize(1);
    }

    @Test
    void inFlushModeAReadWithoutAMatchLeavesNothing() {
        var flush = new UploadLine(TestData.policy(NonHitRetention.FLUSH));

        flush.handle(flush.post(read(NOW)));

        assertThat(flush.leftBehind()).isEmpty();
        assertThat(flush.city.counters().total(Count.READ)).isOne();
    }

    @Test
    void aReadThatWaitedTooLongIsDropped() {
        var flush = new UploadLine(TestData.policy(NonHitRetention.FLUSH));
        var key = flush.post(read(NOW));
        flush.clock.advance(Duration.ofMinutes(3));

        assertThat(flush.handle(key)).isEqualTo(new Processed.TooLate());
        assertThat(flush.leftBehind()).isEmpty();
    }

    @Test
    void aReadFromTheFutureIsFlagged() {
        line.handle(line.post(read(NOW.plus(Duration.ofDays(1)))));

        var stored = line.city.frames().allReads().getFirst();
        assertThat(stored.skewed()).isTrue();
        assertThat(stored.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void theReadOfASuspendedCameraIsDoubtedTwice() {
        listed();
        var key = line.post(read(NOW));
        line.city.cameras().put(TestData.camera(UploadLine.CAMERA).suspended(NOW.minusSeconds(60)));

        line.handle(key);

        assertThat(onlyHit().cautions()).containsExactlyInAnyOrder(Caution.CAMERA_SUSPENDED, Caution.NO_PICTURE);
    }

    @Test
    void aHitWithoutAPictureCannotBeMatchedAndCanBeRejected() {
        listed();
        line.handle(line.post(read(NOW)));
        var work = new HandleHits(
                TestAuthorizer.open(line.city, line.clock),
                line.city.hits(),
                line.city.pictures(),
                (seen, step) -> {},
                line.clock);
        var lopez = TestData.officer("officer-lopez");
        var id = onlyHit().hitId().value();

        var picture = work.picture(lopez, id, "plate");
        var matched = work.step(lopez, id, new Form(Map.of("step", "image-matched")));
        var rejected = work.step(lopez, id, new Form(Map.of("step", "rejected", "reason", "misread")));

        assertThat(picture).isInstanceOf(Result.Refused.class);
        assertThat(Results.state(matched)).isEqualTo(HitState.ALERTED.code());
        assertThat(rejected).isInstanceOf(Result.Done.class);
        assertThat(onlyHit().state()).isEqualTo(HitState.REJECTED);
    }
}
