package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.core.policy.CachedPolicy;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.Limits;
import passby.core.retention.NonHitRetention;
import passby.core.testing.ACamera;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.zone.AZone;
import passby.core.zone.PlaneZoneShapes;
import passby.core.zone.ZoneKind;

final class WatchCamerasTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final WatchCameras watch = new WatchCameras(
            new CachedPolicy(city.policyDocuments(), clock),
            city.cameras(),
            city.cameraUses(),
            new ExcludedPlaces(new PlaneZoneShapes()),
            clock);

    WatchCamerasTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private static Camera camera(boolean mobile) {
        return ACamera.of("cam-elm").withMobile(mobile).build();
    }

    private void lastFrame(Instant at) {
        city.cameraUses()
                .add("cam-elm", new CameraUses.Amounts(1, 300, 1), Duration.ZERO, Limits.Window.TEN_MINUTES, at);
        city.cameraUses().arrived("cam-elm", Limits.Window.TEN_MINUTES, at, at);
    }

    private static CameraHealth health(Camera camera, @Nullable Instant lastFrameAt, @Nullable ZoneKind excluded) {
        return CameraHealth.of(camera, lastFrameAt, excluded, NOW);
    }

    @Test
    void aCameraIsSilentHalfAnHourAfterItsLastFrame() {
        city.cameras().put(camera(false));
        lastFrame(NOW.minus(Duration.ofMinutes(30)).plusMillis(1));
        assertThat(watch.silent()).hasValue(0);

        lastFrame(NOW.minus(Duration.ofMinutes(30)));

        assertThat(watch.silent()).hasValue(1);
    }

    @Test
    void aCameraThatNeverBroughtAFrameIsSilentToo() {
        city.cameras().put(camera(false));

        assertThat(watch.silent()).hasValue(1);
    }

    @Test
    void nobodyLooksBetweenTwoTenMinutes() {
        city.cameras().put(camera(false));
        clock.advance(Duration.ofMinutes(1));

        assertThat(watch.silent()).isEmpty();
    }

    @Test
    void whatBringsNothingForAReasonRingsNoAlarm() {
        city.cameras().put(camera(true));
        assertThat(watch.silent()).hasValue(0);
        city.cameras().put(camera(false).retired(NOW));
        assertThat(watch.silent()).hasValue(0);
        city.cameras().put(camera(false).suspended(NOW));
        assertThat(watch.silent()).hasValue(0);

        city.cameras().put(camera(false));
        city.policyDocuments().put(TestData.withZones(TestData.policy(2, NonHitRetention.DAYS_7), AZone.school("s")));
        clock.advance(Duration.ofMinutes(10));

        assertThat(watch.silent()).hasValue(0);
    }

    @Test
    void whileCaptureIsSwitchedOffNoCameraIsSilent() {
        city.cameras().put(camera(false));
        city.policyDocuments().put(TestData.withCapture(TestData.policy(2, NonHitRetention.DAYS_7), CaptureSwitch.OFF));

        assertThat(watch.silent()).hasValue(0);
    }

    @Test
    void theRegistryTellsHowACameraDoes() {
        var silent = NOW.minus(Duration.ofHours(1));

        assertThat(health(camera(false), NOW, null)).isEqualTo(CameraHealth.UP);
        assertThat(health(camera(true), silent, null)).isEqualTo(CameraHealth.SILENT);
        assertThat(health(camera(false), silent, ZoneKind.COURT)).isEqualTo(CameraHealth.EXCLUDED);
        assertThat(health(camera(false).suspended(silent), NOW, null)).isEqualTo(CameraHealth.SUSPENDED);
        assertThat(health(camera(false).retired(silent), NOW, null)).isEqualTo(CameraHealth.RETIRED);
        assertThat(CameraHealth.of(
                        camera(false), null, null, camera(false).installedAt().minusSeconds(1)))
                .isEqualTo(CameraHealth.PLANNED);
    }
}
