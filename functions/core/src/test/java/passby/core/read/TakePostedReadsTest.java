package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.capture.Camera;
import passby.core.capture.CameraBounds;
import passby.core.capture.ExcludedPlaces;
import passby.core.capture.Issued;
import passby.core.capture.UploadKey;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.plate.IssuingState;
import passby.core.policy.CachedPolicy;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.Engine;
import passby.core.retention.NonHitRetention;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.zone.PlaneZoneShapes;

final class TakePostedReadsTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Camera camera = TestData.camera("cam-elm");
    private final TakePostedReads take = new TakePostedReads(
            new CachedPolicy(city.policyDocuments(), clock),
            new CameraBounds(city.cameraUses()),
            new ExcludedPlaces(new PlaneZoneShapes()),
            city.postedReads(),
            city.counters(),
            new Ulids(clock, new CountingEntropy(1)),
            clock);

    private List<Issued> taken(EffectivePolicy policy, Instant... capturedAt) {
        city.policyDocuments().put(policy);
        return take.handle(
                camera,
                List.of(capturedAt).stream()
                        .map(at -> new PostedRead(
                                TestData.facts(at),
                                List.of(ARead.candidate("7TST123", 0.93)),
                                IssuingState.UNKNOWN,
                                new Engine("camera:openalpr", "4.1.9")))
                        .toList());
    }

    @Test
    void aReadIsPutOnItsWayUnderItsCameraAndCounted() {
        var taken = taken(TestData.policy(NonHitRetention.DAYS_7), NOW);

        assertThat(taken).singleElement().isInstanceOf(Issued.Taken.class);
        assertThat(city.uploads().keys()).singleElement().satisfies(key -> {
            var parsed = UploadKey.parse(key).orElseThrow();
            assertThat(parsed.cameraId()).isEqualTo("cam-elm");
            assertThat(parsed.kind()).isEqualTo(UploadKey.Kind.READ);
        });
        assertThat(city.counters().total(Count.READ_POSTED)).isOne();
    }

    @Test
    void aLateReadDoesNotHoldUpTheRestAndLeavesNothing() {
        var taken = taken(TestData.policy(NonHitRetention.FLUSH), NOW.minusSeconds(30), NOW);

        assertThat(taken.get(0)).isEqualTo(new Issued.TooLate());
        assertThat(taken.get(1)).isInstanceOf(Issued.Taken.class);
        assertThat(city.uploads().keys()).hasSize(1);
        assertThat(city.counters().total(Count.UPLOAD_REFUSED)).isOne();
    }

    @Test
    void readsAndFramesShareTheBoundOfTheMinute() {
        var policy = TestData.withCameraUploadRate(TestData.policy(NonHitRetention.DAYS_7), 2);

        var taken = taken(policy, NOW, NOW, NOW);

        assertThat(taken.getLast()).isEqualTo(new Issued.TooMany(CameraBounds.Bound.FRAMES_A_MINUTE));
        assertThat(city.uploads().keys()).hasSize(2);
    }

    @Test
    void whileCaptureIsSwitchedOffNoReadIsTaken() {
        var taken = taken(TestData.withCapture(TestData.policy(NonHitRetention.DAYS_7), CaptureSwitch.OFF), NOW);

        assertThat(taken).containsExactly(new Issued.SwitchedOff());
        assertThat(city.uploads().keys()).isEmpty();
    }

    @Test
    void aReadFromTheFutureIsTakenAsAFrameIs() {
        assertThat(taken(TestData.policy(NonHitRetention.DAYS_7), NOW.plus(Duration.ofDays(9))))
                .singleElement()
                .isInstanceOf(Issued.Taken.class);
    }
}
