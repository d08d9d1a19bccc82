package passby.core.read;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.hit.HitId;
import passby.core.hotlist.Match;
import passby.core.hotlist.MatchHotLists;
import passby.core.id.Entropy;
import passby.core.picture.Box;
import passby.core.picture.Crop;
import passby.core.picture.CropFile;
import passby.core.picture.Crops;
import passby.core.picture.Pictures;
import passby.core.picture.StoredCrop;
import passby.core.picture.StoredCrops;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.PlateReading;
import passby.core.recognition.PlateText;
import passby.core.retention.RetentionClass;
import passby.core.retention.RetentionClock;
import passby.core.retention.RowClock;

/**
 * Matches what was read before anything is stored, then stores it: crops first, then frame, reads, hits and their entries
 * in one transaction. In flush mode a read without a match leaves nothing behind.
 */
public final class StoreFindings {
    private static final int MAX_ATTEMPTS = 3;

    private final CorrectByPass passes;
    private final MatchHotLists hotLists;
    private final Frames frames;
    private final Reads reads;
    private final RaiseHits raiseHits;
    private final Pictures pictures;
    private final Entropy entropy;
    private final Supplier<CityKey> cityKey;
    private final Executor threads;
    private final Clock clock;

    public StoreFindings(
            CorrectByPass passes,
            MatchHotLists hotLists,
            Frames frames,
            Reads reads,
            RaiseHits raiseHits,
            Pictures pictures,
            Entropy entropy,
            Supplier<CityKey> cityKey,
            Executor threads,
            Clock clock) {
        this.passes = passes;
        this.hotLists = hotLists;
        this.frames = frames;
        this.reads = reads;
        this.raiseHits = raiseHits;
        this.pictures = pictures;
        this.entropy = entropy;
        this.cityKey = cityKey;
        this.threads = threads;
        this.clock = clock;
    }

    Processed handle(SightedFrame frame, List<PlateReading> plates, EffectivePolicy policy) {
        var seen = plates.stream()
                .map(plate -> new Seen(plate, plate.crops(), others(plates, plate)))
                .toList();
        return handleSeen(frame, seen, policy);
    }

    /** A read that the camera made itself: the same but for its pictures, of which there are none. */
    Processed handle(SightedFrame frame, PostedRead read, EffectivePolicy policy) {
        return handleSeen(frame, List.of(new Seen(read, null, List.of())), policy);
    }

    /**
     * A plate before it is matched.
     *
     * @param crops null where there is no picture
     * @param others where in the frame other plates were seen
     */
    private record Seen(PlateText text, @Nullable Crops crops, List<Box> others) {}

    private Processed handleSeen(SightedFrame frame, List<Seen> plates, EffectivePolicy policy) {
        var findings = new ArrayList<Finding>();
        for (var plate : plates) {
            findings.add(finding(frame, findings.size() + 1, plate, policy));
        }
        var kept = findings.stream().filter(finding -> finding.isKept(policy)).toList();
        var all = findings.stream().map(Finding::read).toList();
        if (kept.isEmpty()) {
            return new Processed.Done(frame(frame, List.of(), Set.of(), clock.instant()), all, List.of());
        }
        return store(frame, all, kept, policy);
    }

    private static List<Box> others(List<PlateReading> plates, PlateReading one) {
        return plates.stream()
                .filter(plate -> !plate.equals(one))
                .map(PlateReading::box)
                .toList();
    }

    private Finding finding(SightedFrame frame, int rank, Seen plate, EffectivePolicy policy) {
        var readId = frame.readId(rank);
        var corrected = passes.handle(frame, readId, plate.text(), policy);
        var matches = hotLists.handle(corrected.reading(), policy, clock.instant());
        var retentionClass = retentionClass(corrected.reading(), matches, policy);
        var base = RetentionClock.base(frame.facts().capturedAt(), frame.receivedAt());
        var picturesExpireAt = base.plus(policy.pictureRetention(retentionClass));
        var folder = new PictureFolder(RowClock.of(retentionClass), picturesExpireAt);
        var read = new Read(
                readId,
                cityKey.get().plateKey(plate.text().best().plate()),
                frame.key().uploadId(),
                frame.passId(),
                frame.upload().sha256(),
                frame.camera().cameraId(),
                frame.facts().capturedAt(),
                frame.receivedAt(),
                clock.instant(),
                frame.isSkewed(policy.bounds().clockSkew()),
                frame.position(),
                frame.heading(),
                frame.engine(),
                plate.text().candidates(),
                plate.text().state(),
                plate.text().colour(),
                stored(folder, readId, plate),
                retentionClass,
                Set.of(),
                base.plus(policy.retention(retentionClass)),
                picturesExpireAt,
                policy.hash(),
                List.of());
        return new Finding(read, plate.crops(), matches, corrected.frames());
    }

    /** A match by an unlikely reading alone is shown to officers, but does not keep a stranger's read for longer. */
    private static RetentionClass retentionClass(
            PlateText plate, Map<PlateKey, List<Match>> matches, EffectivePolicy policy) {
        var confident = policy.bounds().confidentPercent() / 100.0;
        var likely = matches.values().stream()
                .flatMap(List::stream)
                .anyMatch(match -> !match.alternate()
                        || plate.candidates().stream()
                                .anyMatch(candidate -> candidate.plate().equals(match.plate())
                                        && candidate.confidence().value() >= confident));
        return likely ? RetentionClass.HIT : RetentionClass.NON_HIT;
    }

    private static @Nullable StoredCrops stored(PictureFolder folder, String readId, Seen plate) {
        var crops = plate.crops();
        if (crops == null) {
            return null;
        }
        var file = folder.key(readId, CropFile.KIND, CropFile.of(crops).sha256());
        return new StoredCrops(stored(file, crops.plate()), stored(file, crops.vehicle()), plate.others());
    }

    private static StoredCrop stored(String file, Crop crop) {
        return new StoredCrop(file, crop.picture().sha256(), crop.box());
    }

    private void storeCrops(Finding finding, Calls calls) {
        var stored = finding.read().pictures();
        var crops = finding.crops();
        if (stored != null && crops != null) {
            calls.run(() -> pictures.put(stored.plate().key(), CropFile.of(crops)));
        }
    }

    /** The crops are there before the frame tells of them; meanwhile we look what else is known of its plates. */
    private RaiseHits.Result raisedWithCrops(SightedFrame frame, List<Finding> kept, EffectivePolicy policy) {
        var crops = new Calls(threads);
        try {
            kept.forEach(finding -> storeCrops(finding, crops));
            return raiseHits.handle(frame, kept, policy);
        } finally {
            crops.await();
        }
    }

    /** Another frame of the pass may raise the same hit between our look and our write: then we look again. */
    private Processed store(SightedFrame frame, List<Read> all, List<Finding> kept, EffectivePolicy policy) {
        var keptReads = kept.stream().map(Finding::read).toList();
        var raised = raisedWithCrops(frame, kept, policy);
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var stored = frame(frame, keptReads, raised.hitIds(), latest(keptReads));
            switch (frames.store(stored, keptReads, raised.raised())) {
                case STORED -> {
                    return new Processed.Done(stored, all, raised.hits());
                }
                case KNOWN -> {
                    return known(frame, keptReads);
                }
                case HIT_KNOWN -> raised = raiseHits.handle(frame, kept, policy);
            }
        }
        return new Processed.Retry("hits of this pass are being raised by other frames");
    }

    /** An earlier delivery won; crops that only this one cut belong to nothing. */
    private Processed known(SightedFrame frame, List<Read> ours) {
        var theirs = frames.find(frame.key().uploadId()).stream()
                .flatMap(first -> first.reads().stream())
                .flatMap(ref -> reads.find(ref).stream())
                .flatMap(read -> read.pictureKeys().stream())
                .toList();
        ours.stream()
                .flatMap(read -> read.pictureKeys().stream())
                .filter(key -> !theirs.contains(key))
                .forEach(pictures::delete);
        return new Processed.AlreadyProcessed();
    }

    private Frame frame(SightedFrame frame, List<Read> reads, Set<HitId> hits, Instant expiresAt) {
        return new Frame(
                frame.key().uploadId(),
                frame.upload().sha256(),
                frame.camera().cameraId(),
                frame.receivedAt(),
                clock.instant(),
                HexFormat.of().formatHex(entropy.bytes(Frame.SALT_BYTES)),
                frame.engine(),
                reads.stream().map(ReadRef::of).toList(),
                reads.stream().map(Read::retentionClass).toList(),
                List.copyOf(hits),
                expiresAt);
    }

    private static Instant latest(List<Read> reads) {
        return reads.stream().map(Read::expiresAt).max(Instant::compareTo).orElseThrow();
    }
}
