package passby.core.read;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passby.core.hit.Hit;
import passby.core.hit.HitId;
import passby.core.hit.Hits;
import passby.core.hit.Sighting;
import passby.core.hotlist.Match;
import passby.core.hotlist.MatchHotLists;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.picture.Crop;
import passby.core.picture.Crops;
import passby.core.picture.Pictures;
import passby.core.picture.StoredCrop;
import passby.core.picture.StoredCrops;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
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
    private final Hits hits;
    private final Pictures pictures;
    private final EntryFactory entries;
    private final Supplier<CityKey> cityKey;
    private final Clock clock;

    public StoreFindings(
            MatchHotLists hotLists,
            Frames frames,
            Reads reads,
            Hits hits,
            Pictures pictures,
            EntryFactory entries,
            Supplier<CityKey> cityKey,
            Clock clock) {
        this.hotLists = hotLists;
        this.frames = frames;
        this.reads = reads;
        this.hits = hits;
        this.pictures = pictures;
        this.entries = entries;
        this.cityKey = cityKey;
        this.clock = clock;
    }

    /** A plate of the frame with what it matched, by key. */
    private record Finding(Read read, Crops crops, Map<PlateKey, List<Match>> matches) {
        boolean isKept(EffectivePolicy policy) {
            return !matches.isEmpty() || !policy.nonHitRetention().isFlush();
        }
    }

    Processed handle(SightedFrame frame, List<PlateReading> plates, EffectivePolicy policy) {
        var findings = new ArrayList<Finding>();
        for (var plate : plates) {
            findings.add(finding(frame, findings.size() + 1, plate, policy));
        }
        var kept = findings.stream().filter(finding -> finding.isKept(policy)).toList();
        var all = findings.stream().map(Finding::read).toList();
        if (kept.isEmpty()) {
            return new Processed.Done(frame(frame, List.of(), List.of(), clock.instant()), all, List.of());
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
            var matched = matched(frame, kept, policy);
            var raised = matched.values().stream()
                    .filter(hit -> hits.find(hit.hitId()).isEmpty())
                    .sorted(Comparator.comparing(Hit::isAdvisory))
                    .limit(Frames.MAX_HITS)
                    .map(hit -> new Frames.Raised(
                            hit, entries.create(EntryType.HIT_RAISED, Outcome.DONE, policy.hash(), about(hit))))
                    .toList();
            var stored = frame(frame, keptReads, matched.keySet(), latest(keptReads));
            switch (frames.store(stored, keptReads, raised)) {
                case STORED -> {
                    return new Processed.Done(
                            stored, all, raised.stream().map(Frames.Raised::hit).toList());
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

    private Map<HitId, Hit> matched(SightedFrame frame, List<Finding> kept, EffectivePolicy policy) {
        var matched = new LinkedHashMap<HitId, Hit>();
        for (var finding : kept) {
            finding.matches().forEach((plateKey, matches) -> {
                var hit = hit(frame, finding.read(), plateKey, matches, policy);
                matched.merge(hit.hitId(), hit, StoreFindings::stronger);
            });
        }
        return matched;
    }

    /** One frame may show a plate twice, once as a mere alternate: what pushes wins. */
    private static Hit stronger(Hit first, Hit second) {
        return first.isAdvisory() && !second.isAdvisory() ? second : first;
    }

    private Hit hit(SightedFrame frame, Read read, PlateKey plateKey, List<Match> matches, EffectivePolicy policy) {
        var plate = matches.getFirst().plate();
        var candidate = read.candidates().stream()
                .filter(one -> one.plate().equals(plate))
                .findFirst()
                .orElseGet(read::best);
        var sighting = new Sighting(
                read.readId(),
                plate,
                read.state(),
                candidate.confidence(),
                read.cameraId(),
                frame.camera().zone(),
                read.position(),
                read.heading(),
                read.capturedAt(),
                read.receivedAt(),
                read.pictures());
        return new Hit(
                HitId.of(cityKey.get(), read.passId(), plateKey),
                read.passId(),
                plateKey,
                sighting,
                matches,
                clock.instant(),
                read.retentionBase().plus(policy.retention(RetentionClass.HIT)),
                List.of());
    }

    private static Map<Field, String> about(Hit hit) {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.SUBJECT, hit.hitId().value());
        committed.put(Field.PLATE, hit.sighting().plate().raw());
        committed.put(Field.CAMERAS, hit.sighting().cameraId());
        committed.put(Field.PURPOSE, hit.category().code());
        committed.put(Field.REASON, hit.matchType().code() + (hit.isAdvisory() ? ", advisory" : ", pushed"));
        committed.put(Field.CASE_NUMBER, hit.strongest().entry().caseNumber());
        return committed;
    }

    private static Frame frame(SightedFrame frame, List<Read> reads, Collection<HitId> hits, Instant expiresAt) {
        return new Frame(
                frame.key().uploadId(),
                frame.upload().sha256(),
                frame.camera().cameraId(),
                frame.receivedAt(),
                frame.engine(),
                reads.stream().map(ReadRef::of).toList(),
                List.copyOf(hits),
                expiresAt);
    }

    private static Instant latest(List<Read> reads) {
        return reads.stream().map(Read::expiresAt).max(Instant::compareTo).orElseThrow();
    }
}
