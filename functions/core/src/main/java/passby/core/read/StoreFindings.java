package passby.core.read;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passby.core.hit.HitId;
import passby.core.hotlist.MatchHotLists;
import passby.core.picture.Crop;
import passby.core.picture.Pictures;
import passby.core.picture.StoredCrop;
import passby.core.picture.StoredCrops;
import passby.core.plate.CityKey;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.PlateReading;
import passby.core.retention.RetentionClass;
import passby.core.retention.RetentionClock;

/**
 * Matches what was read before anything is stored, then stores it: crops first, then frame, reads, hits and their entries
 * in one transaction. In flush mode a read without a match leaves nothing behind.
 */
public final class StoreFindings {
    private static final int MAX_ATTEMPTS = 3;

    private final MatchHotLists hotLists;
    private final Frames frames;
    private final Reads reads;
    private final RaiseHits raiseHits;
    private final Pictures pictures;
    private final Supplier<CityKey> cityKey;
    private final Clock clock;

    public StoreFindings(
            MatchHotLists hotLists,
            Frames frames,
            Reads reads,
            RaiseHits raiseHits,
            Pictures pictures,
            Supplier<CityKey> cityKey,
            Clock clock) {
        this.hotLists = hotLists;
        this.frames = frames;
        this.reads = reads;
        this.raiseHits = raiseHits;
        this.pictures = pictures;
        this.cityKey = cityKey;
        this.clock = clock;
    }

    Processed handle(SightedFrame frame, List<PlateReading> plates, EffectivePolicy policy) {
        var findings = new ArrayList<Finding>();
        for (var plate : plates) {
            findings.add(finding(frame, findings.size() + 1, plate, policy));
        }
        var kept = findings.stream().filter(finding -> finding.isKept(policy)).toList();
        var all = findings.stream().map(Finding::read).toList();
        if (kept.isEmpty()) {
            return new Processed.Done(frame(frame, List.of(), Set.of(), clock.instant()), all, List.of());
        }
        kept.forEach(this::storeCrops);
        return store(frame, all, kept, policy);
    }

    private Finding finding(SightedFrame frame, int rank, PlateReading plate, EffectivePolicy policy) {
        var matches = hotLists.handle(plate, policy, clock.instant());
        var retentionClass = matches.isEmpty() ? RetentionClass.NON_HIT : RetentionClass.HIT;
        var base = RetentionClock.base(frame.facts().capturedAt(), frame.receivedAt());
        var readId = frame.readId(rank);
        var read = new Read(
                readId,
                cityKey.get().plateKey(plate.best().plate()),
                frame.key().uploadId(),
                frame.passId(),
                frame.upload().sha256(),
                frame.camera().cameraId(),
                frame.facts().capturedAt(),
                frame.receivedAt(),
                frame.isSkewed(policy.bounds().clockSkew()),
                frame.position(),
                frame.heading(),
                frame.engine(),
                plate.candidates(),
                plate.state(),
                new StoredCrops(
                        stored(readId, "plate", plate.crops().plate()),
                        stored(readId, "vehicle", plate.crops().vehicle())),
                retentionClass,
                Set.of(),
                base.plus(policy.retention(retentionClass)),
                policy.hash());
        return new Finding(read, plate.crops(), matches);
    }

    private static StoredCrop stored(String readId, String kind, Crop crop) {
        var sha256 = crop.picture().sha256();
        return new StoredCrop("c/" + readId + "/" + kind + "-" + sha256.substring(0, 16) + ".jpg", sha256, crop.box());
    }

    private void storeCrops(Finding finding) {
        pictures.put(
                finding.read().pictures().plate().key(), finding.crops().plate().picture());
        pictures.put(
                finding.read().pictures().vehicle().key(),
                finding.crops().vehicle().picture());
    }

    /** Another frame of the pass may raise the same hit between our look and our write: then we look again. */
    private Processed store(SightedFrame frame, List<Read> all, List<Finding> kept, EffectivePolicy policy) {
        var keptReads = kept.stream().map(Finding::read).toList();
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var raised = raiseHits.handle(frame, kept, policy);
            var stored = frame(frame, keptReads, raised.hitIds(), latest(keptReads));
            switch (frames.store(stored, keptReads, raised.raised())) {
                case STORED -> {
                    return new Processed.Done(stored, all, raised.hits());
                }
                case KNOWN -> {
                    return known(frame, keptReads);
                }
                case HIT_KNOWN -> {}
            }
        }
        return new Processed.Retry("hits of this pass are being raised by other frames");
    }

    /** An earlier delivery won; crops that only this one cut belong to nothing. */
    private Processed known(SightedFrame frame, List<Read> ours) {
        var theirs = frames.find(frame.key().uploadId()).stream()
                .flatMap(first -> first.reads().stream())
                .flatMap(ref -> reads.find(ref).stream())
                .flatMap(StoreFindings::cropKeys)
                .toList();
        ours.stream()
                .flatMap(StoreFindings::cropKeys)
                .filter(key -> !theirs.contains(key))
                .forEach(pictures::delete);
        return new Processed.AlreadyProcessed();
    }

    private static Stream<String> cropKeys(Read read) {
        return Stream.of(
                read.pictures().plate().key(), read.pictures().vehicle().key());
    }

    private Frame frame(SightedFrame frame, List<Read> reads, Set<HitId> hits, Instant expiresAt) {
        return new Frame(
                frame.key().uploadId(),
                frame.upload().sha256(),
                frame.camera().cameraId(),
                frame.receivedAt(),
                clock.instant(),
                frame.engine(),
                reads.stream().map(ReadRef::of).toList(),
                List.copyOf(hits),
                expiresAt);
    }

    private static Instant latest(List<Read> reads) {
        return reads.stream().map(Read::expiresAt).max(Instant::compareTo).orElseThrow();
    }
}
