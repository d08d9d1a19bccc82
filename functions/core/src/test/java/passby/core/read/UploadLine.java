package passby.core.read;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import passby.core.capture.CameraBounds;
import passby.core.capture.Cameras;
import passby.core.capture.CaptureFacts;
import passby.core.capture.ExcludedPlaces;
import passby.core.capture.ProcessedUploads;
import passby.core.capture.UploadKey;
import passby.core.capture.Uploads;
import passby.core.hit.Alerts;
import passby.core.hit.Hits;
import passby.core.hit.Outbox;
import passby.core.hit.PublishAlerts;
import passby.core.hotlist.CachedOpenEntries;
import passby.core.hotlist.CachedSuppressions;
import passby.core.hotlist.HotLists;
import passby.core.hotlist.MatchHotLists;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.picture.FrameRef;
import passby.core.picture.Pictures;
import passby.core.policy.CachedPolicy;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.CannedRecognizer;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognizer;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.zone.PlaneZoneShapes;

/** The way from an upload to reads, hits and alerts, with everything around it in memory. */
final class UploadLine {
    static final String CAMERA = "cam-elm";
    static final Engine REKOGNITION = new Engine("rekognition", "3");

    final MutableClock clock = new MutableClock(TestData.NOW);
    final InMemoryCity city = new InMemoryCity();
    final CannedRecognizer container = new CannedRecognizer(ARead.ENGINE);
    final CannedRecognizer rekognition = new CannedRecognizer(REKOGNITION);
    final PublishAlerts alerts;

    final InMemoryPassReadings passReadings = new InMemoryPassReadings();

    private final CountingEntropy entropy = new CountingEntropy(1);
    private final Map<String, CaptureFacts> facts = new HashMap<>();
    private final ReadPlates readPlates;

    UploadLine(EffectivePolicy policy) {
        this(policy, Trouble.none());
    }

    /** @param trouble between the use cases and what they call */
    UploadLine(EffectivePolicy policy, Trouble trouble) {
        Executor threads = Runnable::run;
        var frames = trouble.around(Frames.class, city.frames());
        var reads = trouble.around(Reads.class, city.frames());
        var hits = trouble.around(Hits.class, city.hits());
        var cameras = trouble.around(Cameras.class, city.cameras());
        var uploads = trouble.around(Uploads.class, city.uploads());
        var marks = trouble.around(ProcessedUploads.class, city.processedUploads());
        alerts = new PublishAlerts(
                hits,
                trouble.around(Outbox.class, city.hits()),
                cameras,
                trouble.around(Alerts.class, city.alerts()),
                city.latencies(),
                clock);
        city.policyDocuments().put(policy);
        city.cameras().put(TestData.camera(CAMERA));
        var fresh = new CachedPolicy(city.policyDocuments(), clock);
        var store = new StoreFindings(
                new CorrectByPass(passReadings, clock),
                new MatchHotLists(
                        trouble.around(HotLists.class, city.hotLists()),
                        new CachedOpenEntries(city.hotLists(), clock),
                        new CachedSuppressions(city.suppressions(), clock),
                        () -> TestData.CITY_KEY),
                frames,
                reads,
                new RaiseHits(
                        hits,
                        cameras,
                        reads,
                        new EntryFactory(clock, entropy),
                        () -> TestData.CITY_KEY,
                        threads,
                        clock),
                trouble.around(Pictures.class, city.pictures()),
                entropy,
                () -> TestData.CITY_KEY,
                threads,
                clock);
        readPlates = new ReadPlates(
                fresh,
                new FindFrame(frames, marks, uploads, cameras, threads),
                new ExcludedPlaces(new PlaneZoneShapes()),
                new RecognizeInOrder(
                        trouble.around(Recognizer.class, rekognition), trouble.around(Recognizer.class, container)),
                trouble.around(PostedReads.class, city.postedReads()),
                store,
                alerts,
                new FinishFrame(
                        uploads, marks, new CameraBounds(city.cameraUses()), city.counters(), city.illegible(), clock),
                threads,
                clock);
    }

    /** A frame of its own pass, captured and received now. */
    String upload(PlateReading... plates) {
        return upload(TestData.facts(clock.instant()), plates);
    }

    /** A frame received now, in which the container sees those plates. */
    String upload(CaptureFacts capture, PlateReading... plates) {
        return upload(CAMERA, capture, plates);
    }

    /** The same from that camera, which is registered if it is new. */
    String upload(String cameraId, CaptureFacts capture, PlateReading... plates) {
        if (city.cameras().find(cameraId).isEmpty()) {
            city.cameras().put(TestData.camera(cameraId));
        }
        var key = new UploadKey(clock.instant(), cameraId, new Ulids(clock, entropy).next()).format();
        facts.put(key, capture);
        bringBack(key);
        if (plates.length > 0) {
            container.sees(key, plates);
        }
        return key;
    }

    /** A read that the camera made itself, taken now. */
    String post(PostedRead read) {
        var key = new UploadKey(clock.instant(), CAMERA, new Ulids(clock, entropy).next(), UploadKey.Kind.READ);
        city.postedReads().put(key, read);
        return key.format();
    }

    /** The same bytes at the same key, as after a failed delete or with a replayed URL. */
    void bringBack(String key) {
        var capture = facts.get(key);
        if (capture != null) {
            city.uploads().put(key, TestData.jpeg(key), capture);
        }
    }

    Processed handle(String key) {
        return handle(key, TestData.NOW);
    }

    Processed handle(String key, Instant receivedAt) {
        return readPlates.handle(new ReceivedFrame(new FrameRef("uploads", key), receivedAt));
    }

    /** Lists that many vehicles for longer than any simulation lasts: {@code 7WAN000} and so on. */
    void list(int wanted) {
        for (var i = 0; i < wanted; i++) {
            city.hotLists()
                    .put(AHotListEntry.of("r" + i, "7WAN00" + i)
                            .withEffective(TestData.NOW, TestData.NOW.plus(Duration.ofDays(400)))
                            .withApprovedBy("miller")
                            .build());
        }
    }

    /** All that is stored anywhere about frames, in one list: empty when nothing was left behind. */
    List<Object> leftBehind() {
        var all = new ArrayList<Object>();
        all.addAll(city.frames().allFrames());
        all.addAll(city.frames().allReads());
        all.addAll(city.hits().all());
        all.addAll(city.hits().pending());
        all.addAll(city.alerts().published());
        all.addAll(city.pictures().keys());
        all.addAll(city.uploads().keys());
        all.addAll(city.ledger().entries());
        return all;
    }
}
