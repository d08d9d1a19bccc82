package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.policy.Bounds;
import passby.core.policy.CachedPolicy;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyUnavailable;
import passby.core.retention.NonHitRetention;
import passby.core.testing.ACamera;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.zone.AZone;
import passby.core.zone.PlaneZoneShapes;
import passby.core.zone.ZoneKind;

final class IssueUploadUrlsTest {
    private static final Issued TOO_MANY_IN_A_MINUTE = new Issued.TooMany(CameraBounds.Bound.FRAMES_A_MINUTE);
    private static final String SHA_256 = "ab".repeat(32);

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Camera camera = TestData.camera("cam-elm");
    private final UploadUrls urls = (key, request, life) ->
            new UploadUrl(key.uploadId(), URI.create("https://made.up/" + key.format()), Map.of(), NOW.plus(life));
    private final CameraBounds bounds = new CameraBounds(city.cameraUses());
    private final IssueUploadUrls issue = new IssueUploadUrls(
            new CachedPolicy(city.policyDocuments(), clock),
            bounds,
            new ExcludedPlaces(new PlaneZoneShapes()),
            urls,
            city.counters(),
            new Ulids(clock, new CountingEntropy(1)),
            clock);

    @Test
    void aFrameInAnExcludedZoneGetsNoUrlAndIsCounted() {
        city.policyDocuments().put(TestData.withZones(TestData.policy(NonHitRetention.DAYS_7), AZone.school("school")));
        var beside = new Position(TestData.CORNER.latitude() + 0.01, TestData.CORNER.longitude());
        var mobile = camera(beside, true);

        assertThat(issue.handle(camera(TestData.CORNER, false), List.of(frame(null))))
                .containsExactly(new Issued.Excluded(ZoneKind.SCHOOL));
        assertThat(issue.handle(camera(TestData.CORNER, false), List.of(frame(beside))))
                .containsExactly(new Issued.Excluded(ZoneKind.SCHOOL));
        assertThat(issue.handle(camera(beside, false), List.of(frame(TestData.CORNER))))
                .containsExactly(new Issued.Excluded(ZoneKind.SCHOOL));
        assertThat(issue.handle(mobile, List.of(frame(TestData.CORNER), frame(null), frame(beside))))
                .hasAtLeastOneElementOfType(Issued.Excluded.class)
                .filteredOn(Issued.Url.class::isInstance)
                .hasSize(2);

        assertThat(city.counters().total(Count.UPLOAD_REFUSED)).isEqualTo(4);
    }

    private static Camera camera(Position place, boolean mobile) {
        return ACamera.of("cam-elm").withPosition(place).withMobile(mobile).build();
    }

    private static UploadRequest frame(@Nullable Position place) {
        return new UploadRequest(1000, SHA_256, new CaptureFacts(NOW, place, null, null, 0));
    }

    private List<Issued> issued(NonHitRetention retention, Instant... capturedAt) {
        return issued(TestData.policy(retention), capturedAt);
    }

    private List<Issued> issued(EffectivePolicy policy, Instant... capturedAt) {
        city.policyDocuments().put(policy);
        return issue.handle(
                camera,
                List.of(capturedAt).stream()
                        .map(at -> new UploadRequest(1000, SHA_256, TestData.facts(at)))
                        .toList());
    }

    @Test
    void inFlushModeALateFrameDoesNotHoldUpTheRest() {
        var issued = issued(NonHitRetention.FLUSH, NOW, NOW.minusSeconds(30), NOW.minusMillis(29_999));

        assertThat(issued.get(0)).isInstanceOf(Issued.Url.class);
        assertThat(issued.get(1)).isEqualTo(new Issued.TooLate());
        assertThat(issued.get(2)).isInstanceOf(Issued.Url.class);
        assertThat(city.counters().total(Count.UPLOAD_URL_ISSUED)).isEqualTo(2);
        assertThat(city.counters().total(Count.UPLOAD_REFUSED)).isEqualTo(1);
    }

    @Test
    void inDaysModeALateFrameDoesNotHoldUpTheRest() {
        var issued = issued(
                NonHitRetention.DAYS_7,
                NOW.minus(Duration.ofDays(7)),
                NOW.minus(Duration.ofDays(7)).plusMillis(1));

        assertThat(issued.get(0)).isEqualTo(new Issued.TooLate());
        assertThat(issued.get(1)).isInstanceOf(Issued.Url.class);
    }

    @Test
    void aUrlLivesHalfAMinuteInFlushModeAndTenMinutesInDaysMode() {
        assertThat(issued(NonHitRetention.FLUSH, NOW).getFirst())
                .isInstanceOfSatisfying(
                        Issued.Url.class,
                        url -> assertThat(url.url().expiresAt()).isEqualTo(NOW.plusSeconds(30)));
        clock.advance(Duration.ofSeconds(30));
        assertThat(issued(NonHitRetention.DAYS_7, NOW).getFirst())
                .isInstanceOfSatisfying(
                        Issued.Url.class,
                        url -> assertThat(url.url().expiresAt()).isEqualTo(NOW.plusSeconds(600)));
    }

    @Test
    void everyFrameGetsAKeyOfItsOwnUnderItsCameraAndMinute() {
        var issued = issued(NonHitRetention.DAYS_7, NOW, NOW);

        var keys = issued.stream()
                .map(one -> ((Issued.Url) one).url().url().getPath().substring(1))
                .map(key -> UploadKey.parse(key).orElseThrow())
                .toList();
        assertThat(keys).doesNotHaveDuplicates().allSatisfy(key -> {
            assertThat(key.cameraId()).isEqualTo("cam-elm");
            assertThat(key.issued()).isEqualTo(NOW);
        });
    }

    @Test
    void aCaptureInTheFutureIsNotLate() {
        assertThat(issued(NonHitRetention.FLUSH, NOW.plus(Duration.ofDays(9))).getFirst())
                .isInstanceOf(Issued.Url.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLUSH", "DAYS_7"})
    void aCameraGetsNoMoreUrlsInAMinuteThanThePolicySays(NonHitRetention retention) {
        var policy = TestData.withCameraUploadRate(TestData.policy(retention), 3);

        var first = issued(policy, NOW, NOW);
        var second = issued(policy, NOW, NOW);

        assertThat(first).allSatisfy(one -> assertThat(one).isInstanceOf(Issued.Url.class));
        assertThat(second.get(0)).isInstanceOf(Issued.Url.class);
        assertThat(second.get(1)).isEqualTo(TOO_MANY_IN_A_MINUTE);
        assertThat(city.counters().total(Count.UPLOAD_URL_ISSUED)).isEqualTo(3);
        assertThat(city.counters().total(Count.UPLOAD_REFUSED)).isEqualTo(1);
    }

    @Test
    void theNextMinuteLetsACameraGoOn() {
        var policy = TestData.withCameraUploadRate(TestData.policy(NonHitRetention.DAYS_7), 1);
        issued(policy, NOW, NOW);

        clock.advance(Duration.ofMinutes(1));

        assertThat(issued(policy, NOW)).singleElement().isInstanceOf(Issued.Url.class);
    }

    @Test
    void aLateFrameCountsAgainstTheBoundToo() {
        var policy = TestData.withCameraUploadRate(TestData.policy(NonHitRetention.FLUSH), 1);

        var issued = issued(policy, NOW.minusSeconds(31), NOW);

        assertThat(issued).containsExactly(new Issued.TooLate(), TOO_MANY_IN_A_MINUTE);
    }

    @Test
    void oneCameraDoesNotUseUpTheBoundOfAnother() {
        var policy = TestData.withCameraUploadRate(TestData.policy(NonHitRetention.DAYS_7), 1);
        issued(policy, NOW, NOW);

        var other = issue.handle(
                TestData.camera("cam-oak"), List.of(new UploadRequest(1000, SHA_256, TestData.facts(NOW))));

        assertThat(other).singleElement().isInstanceOf(Issued.Url.class);
    }

    private static EffectivePolicy bounded(int outstanding, int dailyMegabytes) {
        var bounds = Bounds.DEFAULT;
        return TestData.withBounds(
                TestData.policy(NonHitRetention.DAYS_7),
                new Bounds(
                        bounds.searchWindow(),
                        bounds.searchRows(),
                        bounds.pageRows(),
                        bounds.searchesPerHour(),
                        bounds.clockSkew(),
                        bounds.confidentPercent(),
                        bounds.unapprovedEntryLife(),
                        bounds.entriesPerHour(),
                        outstanding,
                        dailyMegabytes));
    }

    private static UploadKey key(Issued issued) {
        var url = ((Issued.Url) issued).url().url();
        return UploadKey.parse(url.getPath().substring(1)).orElseThrow();
    }

    @Test
    void aCameraHasNoMoreFramesOnTheirWayThanThePolicySays() {
        var policy = bounded(2, 20_000);

        var issued = issued(policy, NOW, NOW, NOW);

        assertThat(issued.get(1)).isInstanceOf(Issued.Url.class);
        assertThat(issued.get(2)).isEqualTo(new Issued.TooMany(CameraBounds.Bound.OUTSTANDING));
    }

    @Test
    void aFrameThatIsProcessedMakesRoomForAnother() {
        var policy = bounded(2, 20_000);
        var first = issued(policy, NOW, NOW).getFirst();
        assertThat(issued(policy, NOW).getFirst()).isInstanceOf(Issued.TooMany.class);

        bounds.arrived(key(first), policy, NOW);

        assertThat(issued(policy, NOW).getFirst()).isInstanceOf(Issued.Url.class);
        assertThat(issued(policy, NOW).getFirst()).isInstanceOf(Issued.TooMany.class);
    }

    @Test
    void urlsThatNobodyUsedStopCountingWithTheirTenMinutes() {
        var policy = bounded(1, 20_000);
        issued(policy, NOW);

        clock.advance(Duration.ofMinutes(10));

        assertThat(issued(policy, NOW).getFirst()).isInstanceOf(Issued.Url.class);
    }

    @Test
    void inFlushModeUrlsThatNobodyUsedStopCountingWithTheirMinute() {
        var policy = TestData.withBounds(
                TestData.policy(NonHitRetention.FLUSH), bounded(1, 20_000).bounds());
        issued(policy, NOW);
        assertThat(issued(policy, NOW).getFirst()).isInstanceOf(Issued.TooMany.class);

        clock.advance(Duration.ofMinutes(1));

        assertThat(issued(policy, clock.instant()).getFirst()).isInstanceOf(Issued.Url.class);
    }

    @Test
    void aCameraBringsNoMoreBytesInADayThanThePolicySays() {
        city.policyDocuments().put(bounded(20, 3));
        var half = new UploadRequest(1_500_000, SHA_256, TestData.facts(NOW));

        var issued = issue.handle(camera, List.of(half, half, half));
        clock.advance(Duration.ofDays(1));
        var nextDay = issue.handle(camera, List.of(half));

        assertThat(issued.get(1)).isInstanceOf(Issued.Url.class);
        assertThat(issued.get(2)).isEqualTo(new Issued.TooMany(CameraBounds.Bound.BYTES_A_DAY));
        assertThat(nextDay.getFirst()).isInstanceOf(Issued.Url.class);
    }

    @Test
    void whileCaptureIsSwitchedOffThereIsNoUrl() {
        var off = TestData.withCapture(TestData.policy(NonHitRetention.DAYS_7), CaptureSwitch.OFF);

        assertThat(issued(off, NOW, NOW)).containsExactly(new Issued.SwitchedOff(), new Issued.SwitchedOff());
        assertThat(city.counters().total(Count.UPLOAD_REFUSED)).isEqualTo(2);
    }

    @Test
    void withoutAPolicyThereIsNoUrl() {
        city.policyDocuments().setReadable(false);

        assertThatThrownBy(() -> issued(NonHitRetention.DAYS_7, NOW)).isInstanceOf(PolicyUnavailable.class);
    }
}
