package passby.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import passby.core.capture.Camera;
import passby.core.capture.ExcludedPlaces;
import passby.core.capture.ManageCameras;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.policy.CachedPolicy;
import passby.core.policy.ReaderRules;
import passby.core.request.Refusal;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;
import passby.core.zone.PlaneZoneShapes;

final class QuarantineCamerasTest {
    private static final String CAMERA = "cam-elm";
    private static final int FLOOR = ReaderRules.DEFAULT.floor();
    private static final Duration DAY = Duration.ofDays(1);

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final QuarantineCameras quarantine = new QuarantineCameras(
            new CachedPolicy(city.policyDocuments(), clock),
            city.cameras(),
            city.readings(),
            new EntryFactory(clock, city.entropy()),
            clock);
    private final ManageCameras registry = new ManageCameras(
            TestAuthorizer.open(city, clock),
            city.cameras(),
            city.cameraUses(),
            city.illegible(),
            new ExcludedPlaces(new PlaneZoneShapes()),
            clock);

    QuarantineCamerasTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        city.cameras().put(TestData.camera(CAMERA));
    }

    private void judge(Verdict verdict, int times, Instant at) {
        if (times > 0) {
            city.readings()
                    .add(Collections.nCopies(times, new Judged(CAMERA, verdict, "NY", 7, "container 1.2.2")), at);
        }
    }

    private void label(int wrong, int n, Instant at) {
        judge(Verdict.SAMPLE_WRONG, wrong, at);
        judge(Verdict.SAMPLE_RIGHT, n - wrong, at);
    }

    private Camera camera() {
        return city.cameras().find(CAMERA).orElseThrow();
    }

    @Test
    void aCameraWhoseSampleIsOverTheLimitBeyondChanceIsPutInQuarantine() {
        // 6 of 50: from 5.6 % upwards.
        label(6, FLOOR, NOW);

        assertThat(quarantine.handle()).isEqualTo(1);

        assertThat(camera().quarantine().since()).isEqualTo(NOW);
        assertThat(city.ledger().entries(EntryType.CAMERA_QUARANTINED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.openings().get(Field.REASON))
                        .isNotNull()
                        .extracting(Opening::value)
                        .isEqualTo("6 of 50 sampled plates misread, at least 5.6 %"));
    }

    @Test
    void misreadsThatMayBeChanceChangeNothing() {
        // 5 of 50 is ten in a hundred, and may be 4.3.
        label(5, FLOOR, NOW);

        assertThat(quarantine.handle()).isZero();

        assertThat(camera().quarantine().isInForce()).isFalse();
        assertThat(city.ledger().entries()).isEmpty();
    }

    @Test
    void theLimitAndTheFloorAreThoseOfThePolicyInForce() {
        label(5, FLOOR, NOW);
        // 5 of 50 is at least 4.3 %.
        city.policyDocuments()
                .put(TestData.withReaders(TestData.policy(2, NonHitRetention.DAYS_7), new ReaderRules(20, 3, 100)));
        assertThat(quarantine.handle()).isZero();

        clock.advance(Duration.ofMinutes(1));
        city.policyDocuments()
                .put(TestData.withReaders(TestData.policy(3, NonHitRetention.DAYS_7), new ReaderRules(20, 3, 50)));
        assertThat(quarantine.handle()).isEqualTo(1);
    }

    @Test
    void belowTheFloorNothingIsConcluded() {
        label(FLOOR - 1, FLOOR - 1, NOW);

        assertThat(quarantine.handle()).isZero();
    }

    @Test
    void labelsThatNobodyCouldReadAreNoReachOfTheFloor() {
        label(FLOOR - 1, FLOOR - 1, NOW);
        judge(Verdict.SAMPLE_ILLEGIBLE, 100, NOW);

        assertThat(quarantine.handle()).isZero();
    }

    @Test
    void anOfficerWhoRejectsEveryHitAsMisreadQuarantinesNothing() {
        judge(Verdict.HIT_MISREAD, 1_000, NOW);
        label(0, FLOOR, NOW);

        assertThat(quarantine.handle()).isZero();
        assertThat(camera().quarantine().isInForce()).isFalse();
    }

    @Test
    void whatIsOlderThanFourWeeksNoLongerSpeaksAgainstACamera() {
        label(FLOOR, FLOOR, NOW.minus(DAY.multipliedBy(29)));

        assertThat(quarantine.handle()).isZero();
    }

    @Test
    void aQuarantineIsEnteredOnceAndCountedEveryDay() {
        label(6, FLOOR, NOW);
        quarantine.handle();
        clock.advance(DAY);

        assertThat(quarantine.handle()).isEqualTo(1);

        assertThat(city.ledger().entries(EntryType.CAMERA_QUARANTINED)).hasSize(1);
        assertThat(camera().quarantine().since()).isEqualTo(NOW);
    }

    @Test
    void aRetiredCameraIsLeftAlone() {
        label(FLOOR, FLOOR, NOW);
        city.cameras().put(TestData.camera(CAMERA).retired(NOW));

        assertThat(quarantine.handle()).isZero();
    }

    @Test
    void aClearedCameraIsBelievedUntilNewLabelsSpeakAgainstIt() {
        label(FLOOR, FLOOR, NOW);
        quarantine.handle();

        var cleared = Results.value(registry.clear(TestData.officer("manager-osei"), CAMERA));
        label(FLOOR, FLOOR, NOW.plusSeconds(1));
        var sameDay = quarantine.handle();
        clock.advance(DAY);
        label(6, FLOOR, clock.instant());
        var nextDay = quarantine.handle();

        assertThat(cleared.quarantine().isInForce()).isFalse();
        assertThat(city.ledger().entries(EntryType.CAMERA_QUARANTINE_CLEARED)).hasSize(1);
        assertThat(sameDay).isZero();
        assertThat(nextDay).isEqualTo(1);
    }

    @Test
    void onlyAQuarantineThatIsInForceCanBeCleared() {
        assertThat(Results.refusal(registry.clear(TestData.officer("manager-osei"), CAMERA)))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(Results.refusal(registry.clear(TestData.officer("manager-osei"), "cam-none")))
                .isEqualTo(new Refusal.NotFound());
    }
}
