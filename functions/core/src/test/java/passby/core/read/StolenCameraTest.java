package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.capture.Position;
import passby.core.hit.Alert;
import passby.core.hit.Caution;
import passby.core.hit.Hit;
import passby.core.recognition.PlateReading;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

/** Threat: whoever holds the key of a stolen camera injects a plate to start an armed stop. */
final class StolenCameraTest {
    private static final PlateReading WANTED = reading("7TST123", CALIFORNIA);
    private static final Position FIFTY_KILOMETRES_NORTH = new Position(38.95, -121.25);

    private final UploadLine line = new UploadLine(TestData.policy(NonHitRetention.DAYS_7));

    StolenCameraTest() {
        line.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
    }

    private Hit onlyHit() {
        assertThat(line.city.hits().all()).hasSize(1);
        return line.city.hits().all().getFirst();
    }

    private void assertNothingPushed() {
        assertThat(line.city.alerts().published()).isNotEmpty().allMatch(Alert::advisory);
    }

    @Test
    void aUrlThatWasOutWhenItsCameraWasRetiredPushesNothing() {
        var key = line.upload(WANTED);
        line.city.cameras().put(TestData.camera(UploadLine.CAMERA).retired(NOW));

        line.handle(key);

        assertThat(onlyHit().cautions()).containsExactly(Caution.CAMERA_RETIRED);
        assertThat(onlyHit().isAdvisory()).isTrue();
        assertNothingPushed();
    }

    @Test
    void aUrlThatWasOutWhenItsCameraWasSuspendedPushesNothing() {
        var key = line.upload(WANTED);
        line.city.cameras().put(TestData.camera(UploadLine.CAMERA).suspended(NOW.minusSeconds(60)));

        line.handle(key);

        assertThat(onlyHit().cautions()).containsExactly(Caution.CAMERA_SUSPENDED);
        assertNothingPushed();
    }

    @Test
    void aCameraInQuarantinePushesNothingUntilItIsCleared() {
        var quarantined = TestData.camera(UploadLine.CAMERA).quarantined(NOW);
        line.city.cameras().put(quarantined);
        line.handle(line.upload(WANTED));
        var doubted = onlyHit();
        assertNothingPushed();

        line.city.cameras().put(quarantined.cleared(NOW));
        line.handle(line.upload(WANTED));

        assertThat(doubted.cautions()).containsExactly(Caution.CAMERA_QUARANTINED);
        assertThat(line.city.alerts().published()).extracting(Alert::advisory).containsExactly(true, false);
    }

    @Test
    void whatCameBeforeTheSuspensionPushes() {
        var key = line.upload(WANTED);
        line.city.cameras().put(TestData.camera(UploadLine.CAMERA).suspended(NOW.plusMillis(1)));

        line.handle(key);

        assertThat(onlyHit().cautions()).isEmpty();
        assertThat(line.city.alerts().published()).noneMatch(Alert::advisory);
    }

    @Test
    void aPlateAtTwoDistantPlacesAtOnceIsFlaggedAndStillPushes() {
        sawElsewhere(FIFTY_KILOMETRES_NORTH, Duration.ofMinutes(5));

        line.handle(line.upload(WANTED));

        assertThat(onlyHit().cautions()).containsExactly(Caution.DISTANT_SIGHTINGS);
        assertThat(line.city.alerts().published()).noneMatch(Alert::advisory);
    }

    @Test
    void aPlateThatCouldHaveDrivenThereIsNotFlagged() {
        sawElsewhere(FIFTY_KILOMETRES_NORTH, Duration.ofMinutes(25));

        line.handle(line.upload(WANTED));

        assertThat(onlyHit().cautions()).isEmpty();
    }

    @Test
    void twoCamerasOfOneNeighbourhoodProveNothing() {
        sawElsewhere(new Position(38.51, -121.25), Duration.ofSeconds(1));

        line.handle(line.upload(WANTED));

        assertThat(onlyHit().cautions()).isEmpty();
    }

    private void sawElsewhere(Position position, Duration before) {
        var there = ARead.of("elsewhere", "7TST123", NOW.minus(before))
                .withCamera("cam-far")
                .withPosition(position);
        line.city.frames().store(there.frame(List.of()), List.of(there.build()), List.of());
    }
}
