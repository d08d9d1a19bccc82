package passby.aws.wiring;

import java.util.function.Function;
import passby.aws.api.Setting;
import passby.aws.read.RetryPace;
import passby.core.capture.CameraBounds;
import passby.core.hotlist.CachedOpenEntries;
import passby.core.hotlist.CachedSuppressions;
import passby.core.hotlist.MatchHotLists;
import passby.core.quality.ViewReadingQuality;
import passby.core.read.AdmitFrames;
import passby.core.read.CorrectByPass;
import passby.core.read.DrawSamples;
import passby.core.read.FindFrame;
import passby.core.read.FinishFrame;
import passby.core.read.Processed;
import passby.core.read.RaiseHits;
import passby.core.read.ReadPlates;
import passby.core.read.ReceivedFrame;
import passby.core.read.RecognizeInOrder;
import passby.core.read.ShownReads;
import passby.core.read.StoreFindings;
import passby.core.sample.EnterTestDrive;
import passby.core.sample.LabelSamples;

/** Use cases that make reads and hits of what was uploaded. */
public final class ReadWiring {
    private final Wiring wiring;

    ReadWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    public Function<ReceivedFrame, Processed> readPlates() {
        var key = wiring.services().cityKey();
        var hotLists = wiring.stores().hotLists();
        var store = new StoreFindings(
                new CorrectByPass(wiring.stores().passReadings(), wiring.clock()),
                new MatchHotLists(
                        hotLists,
                        new CachedOpenEntries(hotLists, wiring.clock()),
                        new CachedSuppressions(wiring.stores().suppressions(), wiring.clock()),
                        key),
                wiring.stores().frames(),
                wiring.stores().reads(),
                new RaiseHits(
                        wiring.stores().hits(),
                        wiring.stores().cameras(),
                        wiring.stores().reads(),
                        wiring.entries(),
                        key,
                        Wiring.THREADS,
                        wiring.clock()),
                wiring.pictures(),
                wiring.entropy(),
                key,
                Wiring.THREADS,
                wiring.clock());
        // A city whose policy asks only one of them never makes the client of the other.
        var rekognition = new Lazy<>(wiring.services()::rekognition);
        var recognizer = new RecognizeInOrder(
                frame -> rekognition.get().read(frame), wiring.services().container());
        var uploads = wiring.uploads();
        var marks = wiring.stores().processedUploads();
        var readPlates = new ReadPlates(
                wiring.policy(),
                new FindFrame(
                        wiring.stores().frames(),
                        marks,
                        uploads,
                        wiring.stores().cameras(),
                        Wiring.THREADS),
                wiring.capture().excludedPlaces(),
                recognizer,
                wiring.capture().postedReads(),
                store,
                wiring.alerts().publishAlerts(),
                new FinishFrame(
                        uploads,
                        marks,
                        new CameraBounds(wiring.stores().cameraUses()),
                        wiring.counters(),
                        wiring.stores().illegiblePlates(),
                        wiring.clock()),
                Wiring.THREADS,
                wiring.clock());
        return frame -> {
            var processed = readPlates.handle(frame);
            wiring.frames().accept(frame, processed);
            return processed;
        };
    }

    public LabelSamples labelSamples() {
        var reads = new ShownReads(wiring.stores().frames(), wiring.stores().reads(), wiring.clock());
        return new LabelSamples(
                wiring.authorizer(),
                wiring.stores().samples(),
                wiring.stores().cameras(),
                reads,
                wiring.pictures(),
                wiring.stores().readingCounts(),
                wiring.clock());
    }

    public EnterTestDrive enterTestDrive() {
        return new EnterTestDrive(
                wiring.authorizer(), wiring.stores().cameras(), wiring.stores().readingCounts(), wiring.clock());
    }

    public ViewReadingQuality viewReadingQuality() {
        return new ViewReadingQuality(
                wiring.authorizer(), wiring.stores().cameras(), wiring.stores().readingCounts(), wiring.clock());
    }

    public RetryPace retryPace() {
        return new RetryPace(
                wiring.visibility(Setting.UPLOADS_QUEUE),
                () -> wiring.policy().current().nonHitRetention());
    }

    public AdmitFrames admitFrames() {
        return new AdmitFrames(
                wiring.policy(),
                wiring.stores().frames(),
                wiring.stores().tallies(),
                new DrawSamples(wiring.stores().samples()),
                wiring.archive(),
                wiring.entries(),
                wiring.clock());
    }
}
