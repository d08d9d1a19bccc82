package passby.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.capture.SweepUploadsHandler;
import passby.aws.delivery.WatchAlertsHandler;
import passby.aws.governance.CheckOptOutHandler;
import passby.aws.hit.PublishAlertsHandler;
import passby.aws.ledger.EnterCountsHandler;
import passby.aws.measure.Metrics;
import passby.aws.read.AdmitFramesHandler;
import passby.aws.stub.NoContext;
import passby.aws.zone.JtsZoneShapes;
import passby.core.capture.ExcludedPlaces;
import passby.core.capture.SweepUploads;
import passby.core.capture.UploadKey;
import passby.core.capture.WatchCameras;
import passby.core.delivery.AlertReach;
import passby.core.delivery.InMemorySubscriptions;
import passby.core.governance.OptOut;
import passby.core.governance.Parameters;
import passby.core.governance.WatchOptOut;
import passby.core.hit.EscalateHits;
import passby.core.hit.PublishAlerts;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.ledger.EnterCounts;
import passby.core.ledger.EntryFactory;
import passby.core.policy.Bounds;
import passby.core.policy.CachedPolicy;
import passby.core.policy.PolicyUnavailable;
import passby.core.read.AdmitFrames;
import passby.core.read.DrawSamples;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** What the clock starts every minute: each does its own work and no other, and a failure reaches Lambda. */
class ClockHandlersTest {
    private static final ScheduledEvent TICK = new ScheduledEvent();

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final CachedPolicy policy = new CachedPolicy(city.policyDocuments(), clock);
    private final List<String> measured = new ArrayList<>();
    private final Metrics metrics = (metric, value) -> measured.add(metric + " " + value);
    private final EntryFactory entries = new EntryFactory(clock, city.entropy());

    @Test
    void anUploadThatNobodyReadIsSwept() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.FLUSH));
        var key = new UploadKey(NOW, "elm-and-third", new Ulids(clock, city.entropy()).next()).format();
        city.uploads().put(key, TestData.jpeg("a frame"), TestData.facts(NOW));
        var handler = new SweepUploadsHandler(sweepUploads(), watchCameras(), metrics);
        clock.set(NOW.plus(Duration.ofMinutes(2)));

        var swept = handler.handleRequest(TICK, new NoContext());

        assertThat(swept).isEqualTo(1);
        assertThat(measured).containsExactly("EXPIRY_LAG 0");
        assertThat(city.uploads().keys()).isEmpty();
    }

    @Test
    void anAlertThatWasNotSentIsPublishedOnce() {
        var hit = ARead.of("upload", "7TST123", NOW)
                .hit(AHotListEntry.of("r1", "7TST123").build(), NOW);
        city.hits().raise(hit);
        var handler = new PublishAlertsHandler(
                new PublishAlerts(city.hits(), city.hits(), city.cameras(), city.alerts(), city.latencies(), clock),
                metrics);

        assertThat(handler.handleRequest(TICK, new NoContext())).isEqualTo(1);
        assertThat(handler.handleRequest(TICK, new NoContext())).isZero();
        assertThat(measured).containsExactly("ALERTS_SENT_LATE 1");

        assertThat(city.alerts().published())
                .singleElement()
                .satisfies(alert -> assertThat(alert.hitId()).isEqualTo(hit.hitId()));
    }

    @Test
    void anAlertThatCannotBeSentIsMeasuredAndStaysPending() {
        var hit = ARead.of("upload", "7TST123", NOW)
                .hit(AHotListEntry.of("r1", "7TST123").build(), NOW);
        city.hits().raise(hit);
        city.alerts().setReachable(false);
        var handler = new PublishAlertsHandler(
                new PublishAlerts(city.hits(), city.hits(), city.cameras(), city.alerts(), city.latencies(), clock),
                metrics);

        assertThat(handler.handleRequest(TICK, new NoContext())).isZero();

        assertThat(measured).containsExactly("ALERTS_NOT_SENT 1");
        assertThat(city.hits().pending()).containsExactly(hit.hitId());
    }

    @Test
    void aHitThatNobodyViewedIsSentToEverybodyAndWhoIsReachedIsMeasured() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        city.hits()
                .raise(ARead.of("upload", "7TST123", NOW)
                        .hit(AHotListEntry.of("r1", "7TST123").build(), NOW));
        city.cameras().put(TestData.camera("cam-elm"));
        var publish =
                new PublishAlerts(city.hits(), city.hits(), city.cameras(), city.alerts(), city.latencies(), clock);
        var escalate = new EscalateHits(city.hits(), publish, entries, policy::current, clock);
        var reach = new AlertReach(city.watermarks(), clock);
        var handler = new WatchAlertsHandler(escalate, reach, new InMemorySubscriptions(city.ledger()), metrics);
        clock.advance(Duration.ofMinutes(5));

        assertThat(handler.handleRequest(TICK, new NoContext())).isEqualTo(1);
        assertThat(handler.handleRequest(TICK, new NoContext())).isZero();

        assertThat(measured).containsExactly("ALERTS_REACH 0", "HITS_ESCALATED 1", "ALERTS_REACH 0");
        assertThat(city.alerts().published()).hasSize(1);
    }

    @Test
    void whatWasCountedInAMinuteIsEntered() {
        city.watermarks().advance(EnterCounts.WATERMARK, NOW);
        city.counters().add(Count.HEALTH, NOW);
        var handler = new EnterCountsHandler(
                new EnterCounts(() -> TestData.POLICY_HASH, city.counters(), city.watermarks(), entries, clock),
                metrics);
        clock.set(NOW.plus(Duration.ofMinutes(2)));

        var entered = handler.handleRequest(TICK, new NoContext());

        assertThat(entered).isEqualTo(1);
        assertThat(measured).containsExactly("LEDGER_LAG 60");
        assertThat(city.ledger().entries()).hasSize(1);
    }

    @Test
    void framesOfAMinuteAreAdmitted() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        city.tallies().skip(NOW);
        var read = ARead.of(new Ulids(clock, city.entropy()).next(), "7TST123", NOW);
        city.frames().store(read.frame(List.of()), List.of(read.build()), List.of());
        var handler = new AdmitFramesHandler(new AdmitFrames(
                policy,
                city.frames(),
                city.tallies(),
                new DrawSamples(city.samples()),
                city.archive(),
                entries,
                clock));
        clock.set(NOW.plus(Duration.ofMinutes(10)));

        var admitted = handler.handleRequest(TICK, new NoContext());

        assertThat(admitted).isEqualTo(1);
        assertThat(city.ledger().entries()).hasSize(1);
    }

    @Test
    void anOptOutThatIsNotCertainIsMeasuredAndSoIsEveryOtherDay() {
        var asking = Parameters.valid(Parameters.with("RecognizerOrder", "rekognition-first"));
        city.policyDocuments().put(asking.policy(1, Bounds.DEFAULT));
        var watch =
                new WatchOptOut(city.policyDocuments(), () -> OptOut.Status.UNKNOWN, city.counters(), entries, clock);
        var handler = new CheckOptOutHandler(watch, metrics);

        assertThat(handler.handleRequest(TICK, new NoContext())).isEqualTo(1);
        assertThat(handler.handleRequest(TICK, new NoContext())).isZero();

        assertThat(measured).containsExactly("OPT_OUT_MISSING 1", "OPT_OUT_MISSING 0");
    }

    @Test
    void aBrokenWorldReachesLambda() {
        var handler = new SweepUploadsHandler(sweepUploads(), watchCameras(), metrics);

        assertThatThrownBy(() -> handler.handleRequest(TICK, new NoContext())).isInstanceOf(PolicyUnavailable.class);
    }

    @Test
    void howManyCamerasAreSilentIsToldEveryTenMinutes() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        city.cameras().put(TestData.camera("cam-elm"));
        var handler = new SweepUploadsHandler(sweepUploads(), watchCameras(), metrics);

        handler.handleRequest(TICK, new NoContext());

        assertThat(measured).contains("CAMERAS_SILENT 1");
    }

    private WatchCameras watchCameras() {
        return new WatchCameras(
                policy, city.cameras(), city.cameraUses(), new ExcludedPlaces(new JtsZoneShapes()), clock);
    }

    private SweepUploads sweepUploads() {
        return new SweepUploads(policy, city.uploads(), city.watermarks(), city.counters(), clock);
    }
}
