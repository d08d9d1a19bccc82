package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.core.capture.CameraUses.Amounts;
import passby.core.capture.Ownership;
import passby.core.policy.Limits;
import passby.core.retention.NonHitRetention;
import passby.core.search.SearchCameras.SilentCamera;
import passby.core.testing.ACamera;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

final class SilentCamerasTest {
    private static final String ELM = "cam-elm";
    private static final String OAK = "cam-oak";

    private final Searches searches = new Searches(TestData.policy(NonHitRetention.DAYS_7));

    @BeforeEach
    void twoCamerasStand() {
        searches.city.cameras().put(ACamera.of(ELM).build());
        searches.city.cameras().put(ACamera.of(OAK).build());
    }

    private void lastFrame(String cameraId, Instant at) {
        var uses = searches.city.cameraUses();
        uses.add(cameraId, new Amounts(1, 300, 1), Duration.ZERO, Limits.Window.TEN_MINUTES, at);
        uses.arrived(cameraId, Limits.Window.TEN_MINUTES, at, at);
    }

    private SearchPlates.FoundRows found() {
        return searches.found(Searches.body("7TST123"));
    }

    @Test
    void anExactSearchNamesTheCamerasThatReadNothingInItsWindow() {
        searches.stored(ARead.of(searches.uploadId(), "7TST123", NOW).withCamera(ELM));

        assertThat(found().silent()).containsExactly(new SilentCamera(OAK, false, false));
    }

    @Test
    void aCameraThatReadOtherPlatesIsNotSilent() {
        searches.stored(ARead.of(searches.uploadId(), "9TST999", NOW).withCamera(ELM));
        searches.stored(ARead.of(searches.uploadId(), "9TST999", NOW).withCamera(OAK));

        assertThat(found().silent()).isEmpty();
    }

    @Test
    void aCameraWhoseFramesOfTheWindowShowedNoPlateIsNotSilent() {
        lastFrame(ELM, NOW.minusSeconds(60));
        lastFrame(OAK, NOW.minus(Duration.ofDays(2)));

        assertThat(found().silent()).extracting(SilentCamera::cameraId).containsExactly(OAK);
    }

    @Test
    void whatIsOutOfServiceSaysSoAndWhatStoodNowhereInTheWindowIsLeftOut() {
        lastFrame(ELM, NOW.minusSeconds(60));
        searches.city
                .cameras()
                .put(ACamera.of(OAK)
                        .withSuspendedSince(NOW.minus(Duration.ofDays(3)))
                        .build());
        searches.city
                .cameras()
                .put(ACamera.of("cam-ash").withRetiredAt(NOW.minusSeconds(60)).build());
        searches.city
                .cameras()
                .put(ACamera.of("cam-gone")
                        .withRetiredAt(NOW.minus(Duration.ofDays(9)))
                        .build());

        assertThat(found().silent())
                .containsExactlyInAnyOrder(
                        new SilentCamera(OAK, false, true), new SilentCamera("cam-ash", true, false));
    }

    @Test
    void aPrivateOwnersCameraThatIsNotOptedInIsNotNamed() {
        searches.city.cameras().put(ACamera.of("cam-shop").build().owned(Ownership.PRIVATE));

        assertThat(found().silent()).extracting(SilentCamera::cameraId).containsExactlyInAnyOrder(ELM, OAK);
    }
}
