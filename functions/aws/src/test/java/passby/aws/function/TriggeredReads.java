package passby.aws.function;

import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import passby.aws.balance.CloseDayHandler;
import passby.aws.capture.SweepUploadsHandler;
import passby.aws.delivery.WatchAlertsHandler;
import passby.aws.evidence.CopyEvidenceHandler;
import passby.aws.evidence.CountHoldsHandler;
import passby.aws.evidence.EndHoldsHandler;
import passby.aws.hit.ExpireConfirmationsHandler;
import passby.aws.hit.PublishAlertsHandler;
import passby.aws.measure.Metrics;
import passby.aws.purge.PurgeHandler;
import passby.aws.read.AdmitFramesHandler;
import passby.aws.read.ReadPlatesHandler;
import passby.aws.read.RetryPace;
import passby.aws.read.SweepPicturesHandler;
import passby.aws.redate.RedateHandler;
import passby.aws.zone.JtsZoneShapes;
import passby.core.balance.CloseDay;
import passby.core.capture.CameraBounds;
import passby.core.capture.ExcludedPlaces;
import passby.core.capture.SweepUploads;
import passby.core.capture.UploadKey;
import passby.core.capture.WatchCameras;
import passby.core.delivery.AlertReach;
import passby.core.delivery.InMemorySubscriptions;
import passby.core.evidence.CopyEvidence;
import passby.core.evidence.CoveredPictures;
import passby.core.evidence.EndHolds;
import passby.core.evidence.HeldRead;
import passby.core.evidence.Hold;
import passby.core.evidence.HoldEvent;
import passby.core.evidence.HoldKind;
import passby.core.evidence.HoldRequest;
import passby.core.evidence.InMemoryHolds;
import passby.core.evidence.InMemoryVault;
import passby.core.governance.Parameters;
import passby.core.hit.ConfirmationSource;
import passby.core.hit.EscalateHits;
import passby.core.hit.ExpireConfirmations;
import passby.core.hit.FinishRejections;
import passby.core.hit.Hit;
import passby.core.hit.HitStep;
import passby.core.hit.PublishAlerts;
import passby.core.hotlist.CachedOpenEntries;
import passby.core.hotlist.CachedSuppressions;
import passby.core.hotlist.MatchHotLists;
import passby.core.id.CaseNumber;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.people.Role;
import passby.core.picture.PictureKind;
import passby.core.picture.PlateMask;
import passby.core.policy.Bounds;
import passby.core.policy.CachedPolicy;
import passby.core.purge.ARow;
import passby.core.purge.InMemoryPurgeReports;
import passby.core.purge.PurgeDue;
import passby.core.quality.QuarantineCameras;
import passby.core.read.AdmitFrames;
import passby.core.read.CorrectByPass;
import passby.core.read.DrawSamples;
import passby.core.read.FindFrame;
import passby.core.read.FinishFrame;
import passby.core.read.InMemoryPassReadings;
import passby.core.read.PictureFolder;
import passby.core.read.RaiseHits;
import passby.core.read.Read;
import passby.core.read.ReadPlates;
import passby.core.read.ReadRef;
import passby.core.read.RecognizeInOrder;
import passby.core.read.StoreFindings;
import passby.core.read.SweepPictureHours;
import passby.core.recognition.CannedRecognizer;
import passby.core.redate.AlignBackstops;
import passby.core.redate.InMemoryBackstops;
import passby.core.redate.RedateRows;
import passby.core.retention.RowClock;
import passby.core.statistics.CountDays;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.AtOnce;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** What is due for the functions that handle frames, reads, hits and what is kept of them. */
final class TriggeredReads {
    private static final Metrics METRICS = Metrics.none();
    private static final String CAMERA = "cam-elm";

    private final InMemoryCity stores;
    private final MutableClock clock;
    private final CachedPolicy policy;
    private final EntryFactory entries;
    private final Ulids ids;

    TriggeredReads(InMemoryCity stores, MutableClock clock, CachedPolicy policy, EntryFactory entries, Ulids ids) {
        this.stores = stores;
        this.clock = clock;
        this.policy = policy;
        this.entries = entries;
        this.ids = ids;
        stores.cameras().put(TestData.camera(CAMERA));
    }

    private Read stored() {
        var read = ARead.of(ids.next(), "7TST123", NOW.minusSeconds(3));
        var built = read.build();
        stores.frames().store(read.frame(List.of()), List.of(built), List.of());
        for (var kind : PictureKind.values()) {
            stores.pictures()
                    .put(
                            kind.of(Objects.requireNonNull(built.pictures())).key(),
                            TestData.jpeg(built.readId() + kind.code()));
        }
        return built;
    }

    /** With a plate that nobody looks for: the minute's clock admits it. */
    Due frame() {
        var key = new UploadKey(NOW, CAMERA, ids.next()).format();
        stores.uploads().put(key, TestData.jpeg("a frame"), TestData.facts(NOW));
        var recognizer = new CannedRecognizer(ARead.ENGINE);
        recognizer.sees(key, ARead.reading("7TST123", ARead.CALIFORNIA));
        var readPlates = readPlates(recognizer);
        var handler = new ReadPlatesHandler(
                readPlates::handle,
                stores.counters(),
                METRICS,
                new RetryPace((message, after) -> {}, () -> policy.current().nonHitRetention()),
                clock);
        var body = "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"" + NOW
                + "\",\"s3\":{\"bucket\":{\"name\":\"uploads\"},\"object\":{\"key\":\"" + key + "\"}}}]}";
        return new Due(
                Triggered.byQueue(handler, body),
                () -> stores.frames().allReads().size() == 1);
    }

    private ReadPlates readPlates(CannedRecognizer recognizer) {
        var store = new StoreFindings(
                new CorrectByPass(new InMemoryPassReadings(), clock),
                new MatchHotLists(
                        stores.hotLists(),
                        new CachedOpenEntries(stores.hotLists(), clock),
                        new CachedSuppressions(stores.suppressions(), clock),
                        () -> TestData.CITY_KEY),
                stores.frames(),
                stores.frames(),
                new RaiseHits(
                        stores.hits(),
                        stores.cameras(),
                        stores.frames(),
                        entries,
                        () -> TestData.CITY_KEY,
                        Runnable::run,
                        clock),
                stores.pictures(),
                stores.entropy(),
                () -> TestData.CITY_KEY,
                Runnable::run,
                clock);
        return new ReadPlates(
                policy,
                new FindFrame(
                        stores.frames(), stores.processedUploads(), stores.uploads(), stores.cameras(), Runnable::run),
                new ExcludedPlaces(new JtsZoneShapes()),
                new RecognizeInOrder(recognizer, recognizer),
                stores.postedReads(),
                store,
                publishAlerts(),
                new FinishFrame(
                        stores.uploads(),
                        stores.processedUploads(),
                        new CameraBounds(stores.cameraUses()),
                        stores.counters(),
                        stores.illegible(),
                        clock),
                Runnable::run,
                clock);
    }

    private PublishAlerts publishAlerts() {
        return new PublishAlerts(
                stores.hits(), stores.hits(), stores.cameras(), stores.alerts(), stores.latencies(), clock);
    }

    private Hit raised() {
        var hit = ARead.of("upload", "7TST123", NOW)
                .hit(AHotListEntry.of("r1", "7TST123").build(), NOW);
        stores.hits().raise(hit);
        return hit;
    }

    Due alert() {
        raised();
        return new Due(
                Triggered.byClock(new PublishAlertsHandler(publishAlerts(), METRICS)),
                () -> stores.alerts().published().size() == 1);
    }

    Due upload() {
        var key = new UploadKey(NOW, CAMERA, ids.next()).format();
        stores.uploads().put(key, TestData.jpeg("a frame"), TestData.facts(NOW));
        var sweep = new SweepUploads(policy, stores.uploads(), stores.watermarks(), stores.counters(), clock);
        clock.set(NOW.plus(Duration.ofHours(25)));
        return new Due(
                Triggered.byClock(new SweepUploadsHandler(
                        sweep,
                        new WatchCameras(
                                policy,
                                stores.cameras(),
                                stores.cameraUses(),
                                new ExcludedPlaces(new JtsZoneShapes()),
                                clock),
                        METRICS)),
                () -> stores.uploads().keys().isEmpty());
    }

    Due confirmation() {
        var hit = raised();
        for (var step : List.of(
                new HitStep.Viewed("officer-lopez", NOW),
                new HitStep.ImageMatched("officer-lopez", NOW),
                new HitStep.ConfirmationRequested(
                        "officer-lopez", NOW, ConfirmationSource.NCIC, HitStep.Urgency.URGENT))) {
            stores.hits().step(stores.hits().find(hit.hitId()).orElseThrow(), step, TestData.entry(EntryType.HIT_STEP));
        }
        clock.set(NOW.plus(Duration.ofHours(2)));
        var expire = new ExpireConfirmations(
                stores.hits(), entries, () -> policy.current().hash(), clock);
        var finish = new FinishRejections(stores.hits(), stores.hits(), policy::current, clock);
        return new Due(Triggered.byClock(new ExpireConfirmationsHandler(expire, finish)), () -> true);
    }

    Due unviewed() {
        stores.cameras().put(TestData.camera(CAMERA));
        raised();
        clock.set(NOW.plus(Duration.ofMinutes(5)));
        var escalate = new EscalateHits(stores.hits(), publishAlerts(), entries, policy::current, clock);
        var reach = new AlertReach(stores.watermarks(), clock);
        var recipients = new InMemorySubscriptions(stores.ledger());
        return new Due(
                Triggered.byClock(new WatchAlertsHandler(escalate, reach, recipients, METRICS)),
                () -> stores.alerts().published().size() == 1);
    }

    Due minute() {
        stores.tallies().skip(NOW);
        stored();
        clock.set(NOW.plus(Duration.ofMinutes(10)));
        var admit = new AdmitFrames(
                policy,
                stores.frames(),
                stores.tallies(),
                new DrawSamples(stores.samples()),
                stores.archive(),
                entries,
                clock);
        return new Due(
                Triggered.byClock(new AdmitFramesHandler(admit)),
                () -> !stores.archive().list("admissions/").isEmpty());
    }

    Due expiredRow() {
        stores.rows().put(ARow.frame("f1", NOW.minusSeconds(10)));
        var purge = new PurgeDue(
                policy,
                stores.rows(),
                stores.pictures(),
                stores.lanes(),
                stores.archive(),
                entries,
                ids,
                new AtOnce(),
                1,
                clock);
        return new Due(
                Triggered.byClock(new PurgeHandler(purge, new InMemoryPurgeReports(), ids::next, METRICS, clock)),
                () -> stores.rows().all().isEmpty());
    }

    Due shorterRetention() {
        var redate = new RedateRows(policy, stores.rows(), stores.datings(), entries, ids, new AtOnce(), clock);
        var align = new AlignBackstops(policy, new InMemoryBackstops());
        var handler = new RedateHandler(redate, align, clock);
        Triggered.byClock(handler).run();
        stores.policyDocuments()
                .put(Parameters.valid(Parameters.with("NonHitRetention", "3d")).policy(2, Bounds.DEFAULT));
        clock.advance(Duration.ofMinutes(1));
        Triggered.byClock(handler).run();
        clock.advance(RedateRows.SETTLE);
        return new Due(Triggered.byClock(handler), () -> true);
    }

    Due orphan() {
        var sweep = new SweepPictureHours(
                policy,
                folder -> stores.pictures().list(folder.prefix()),
                stores.pictures(),
                keys -> Set.of(),
                stores.watermarks(),
                clock);
        sweep.handle();
        var folder = new PictureFolder(RowClock.NON_HIT, NOW.plus(Duration.ofHours(1)));
        var stored = NOW.plus(Duration.ofHours(1))
                .minus(policy.current().nonHitRetention().duration());
        var uploadId = new Ulids(new MutableClock(stored), stores.entropy()).next();
        stores.pictures().put(folder.key(uploadId + "-1", "plate", TestData.POLICY_HASH), TestData.jpeg("orphan"));
        clock.set(NOW.plus(Duration.ofHours(3)));
        return new Due(
                Triggered.byClock(new SweepPicturesHandler(sweep)),
                () -> stores.pictures().keys().isEmpty());
    }

    private Hold hold(Read read, boolean copied) {
        return new Hold(
                "01KTEST0000000000000000005",
                HoldKind.CRIMINAL,
                new CaseNumber("26-004711"),
                "Court order 12",
                "prosecution",
                List.of(new HeldRead(ReadRef.of(read), copied)),
                NOW.plus(Hold.PRESERVATION),
                Hold.State.HELD,
                new HoldRequest(
                        HoldRequest.Action.PLACE, "records-rosa", Role.RECORDS_OFFICER, NOW.plus(Duration.ofDays(90))),
                List.of(new HoldEvent("placed", "records-rosa", NOW, "a".repeat(26), "{}")),
                1,
                null);
    }

    Due heldRead() {
        var holds = new InMemoryHolds(stores.ledger(), stores.rows());
        var vault = new InMemoryVault();
        holds.put(hold(stored(), false));
        var copy = new CopyEvidence(
                policy,
                holds,
                holds,
                stores.frames(),
                new CoveredPictures(stores.pictures(), (picture, parts) -> new PlateMask.Masked.Done(picture)),
                vault,
                entries,
                clock);
        return new Due(
                Triggered.byClock(new CopyEvidenceHandler(copy, METRICS, clock)),
                () -> holds.open().getFirst().isCopied());
    }

    Due openHold() {
        var holds = new InMemoryHolds(stores.ledger(), stores.rows());
        holds.put(hold(stored(), true));
        var counting = new Triggered(new CountHoldsHandler(holds), "{}");
        return new Due(counting, () -> counting.run().equals("{\"open\":1}"));
    }

    Due endedHold() {
        var holds = new InMemoryHolds(stores.ledger(), stores.rows());
        holds.put(hold(stored(), true));
        clock.set(NOW.plus(Hold.PRESERVATION));
        var end = new EndHolds(policy, holds, holds, holds, new InMemoryVault(), entries, clock);
        return new Due(
                Triggered.byClock(new EndHoldsHandler(end)), () -> holds.open().isEmpty());
    }

    Due day() {
        clock.set(NOW.plus(Duration.ofDays(1)));
        var close = new CloseDay(
                policy,
                stores.tallies(),
                Map::of,
                stores.archive(),
                new CountDays(
                        stores.counters(),
                        stores.latencies(),
                        stores.readings(),
                        stores.illegible(),
                        stores.cameras(),
                        stores.archive()),
                stores.watermarks(),
                entries,
                clock);
        return new Due(
                Triggered.byClock(new CloseDayHandler(
                        close,
                        new QuarantineCameras(policy, stores.cameras(), stores.readings(), entries, clock),
                        METRICS)),
                () -> !stores.archive().list("balances/").isEmpty());
    }
}
