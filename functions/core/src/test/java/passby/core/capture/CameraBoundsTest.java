package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passby.core.capture.CameraBounds.Asked;
import passby.core.capture.CameraBounds.Bound;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Limits.Window;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;

/** A flood is refused by what is known of its minute; everybody else is counted as ever. */
final class CameraBoundsTest {
    private static final Instant MINUTE = Window.MINUTE.begin(NOW);
    private static final Asked FRAME = new Asked(300_000, Duration.ZERO, false);
    private static final Asked LATE = new Asked(300_000, Duration.ZERO, true);

    private final CountedUses uses = new CountedUses();
    private final CameraBounds bounds = new CameraBounds(uses);
    private final EffectivePolicy policy = TestData.policy(NonHitRetention.DAYS_30);

    /** How often the store is asked. */
    private static final class CountedUses implements CameraUses {
        private final CameraUses uses = new InMemoryCameraUses();
        private int calls;

        @Override
        public Amounts add(String cameraId, Amounts more, Duration skew, Window life, Instant at) {
            calls++;
            return uses.add(cameraId, more, skew, life, at);
        }

        @Override
        public Map<String, Trace> traces(Collection<String> cameraIds) {
            return uses.traces(cameraIds);
        }

        @Override
        public void arrived(String cameraId, Window life, Instant issued, Instant at) {
            calls++;
            uses.arrived(cameraId, life, issued, at);
        }

        @Override
        public void giveBack(String cameraId, long kilobytes, long onTheirWay, Window life, Instant at) {
            calls++;
            uses.giveBack(cameraId, kilobytes, onTheirWay, life, at);
        }
    }

    private List<Optional<Bound>> judge(String camera, int frames, Instant at) {
        return bounds.judge(camera, Collections.nCopies(frames, FRAME), policy, at);
    }

    private void fill(String camera) {
        judge(camera, policy.cameraUploadRate(), MINUTE);
        uses.calls = 0;
    }

    @Test
    void aCameraWhoseMinuteIsFullIsRefusedWithoutAskingTheStore() {
        fill("cam-elm");

        assertThat(judge("cam-elm", 2, MINUTE.plusSeconds(59)))
                .containsExactly(Optional.of(Bound.FRAMES_A_MINUTE), Optional.of(Bound.FRAMES_A_MINUTE));
        assertThat(uses.calls).isZero();
    }

    @Test
    void aLateFrameOfAFullMinuteIsRefusedForBeingLate() {
        fill("cam-elm");

        assertThat(bounds.judge("cam-elm", List.of(LATE), policy, MINUTE)).containsExactly(Optional.empty());
    }

    @Test
    void anotherCameraIsCountedInTheSameMinute() {
        fill("cam-elm");

        assertThat(judge("cam-oak", 1, MINUTE.plusSeconds(1))).containsExactly(Optional.empty());
        assertThat(uses.calls).isEqualTo(1);
    }

    @Test
    void theNextMinuteIsCountedAnew() {
        fill("cam-elm");

        judge("cam-elm", 1, MINUTE.plusSeconds(60));

        assertThat(uses.calls).isPositive();
    }

    @Test
    void aMinuteThatIsOverDoesNotEndTheOneThatRuns() {
        judge("cam-oak", policy.cameraUploadRate(), MINUTE.plusSeconds(60));
        fill("cam-elm");

        judge("cam-oak", 1, MINUTE.plusSeconds(61));

        assertThat(uses.calls).isZero();
    }

    @Test
    void oneFrameBelowTheRateIsStillCounted() {
        judge("cam-elm", policy.cameraUploadRate() - 1, MINUTE);
        uses.calls = 0;

        judge("cam-elm", 1, MINUTE);

        assertThat(uses.calls).isPositive();
    }
}
