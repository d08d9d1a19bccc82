package passby.core.read;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Cameras;
import passby.core.hit.Caution;
import passby.core.hit.Hit;
import passby.core.hit.HitId;
import passby.core.hit.Hits;
import passby.core.hit.Pass;
import passby.core.hit.Sighting;
import passby.core.hotlist.Match;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
import passby.core.policy.EffectivePolicy;

/**
 * Makes the hits of a frame: new ones, and advisory ones of the same pass that this frame makes certain. What an officer must
 * doubt is found out here, at the last moment before the hit is stored.
 */
public final class RaiseHits {
    /**
     * @param hitIds of every hit that the frame belongs to, raised now or before
     * @param raised what is to be stored with the frame
     */
    record Result(Set<HitId> hitIds, List<Frames.Raised> raised) {
        List<Hit> hits() {
            return raised.stream().map(Frames.Raised::hit).toList();
        }
    }

    private final Hits hits;
    private final Cameras cameras;
    private final DistantSightings distant;
    private final EntryFactory entries;
    private final Supplier<CityKey> cityKey;
    private final Clock clock;

    public RaiseHits(
            Hits hits, Cameras cameras, Reads reads, EntryFactory entries, Supplier<CityKey> cityKey, Clock clock) {
        this.hits = hits;
        this.cameras = cameras;
        this.distant = new DistantSightings(reads);
        this.entries = entries;
        this.cityKey = cityKey;
        this.clock = clock;
    }

    Result handle(SightedFrame frame, List<Finding> findings, EffectivePolicy policy) {
        var matched = matched(frame, findings, policy);
        return new Result(ids(matched), raised(matched, policy));
    }

    /**
     * What the frame raises, as it would be stored, with what another frame of the pass raised before it.
     *
     * @param earlier the stored hit of the same pass and plate, if there is one
     */
    private record Sighted(Hit hit, @Nullable Hit earlier) {
        HitId hitId() {
            return earlier == null ? hit.hitId() : earlier.hitId();
        }
    }

    private List<Sighted> matched(SightedFrame frame, List<Finding> kept, EffectivePolicy policy) {
        var matched = new LinkedHashMap<HitId, Hit>();
        for (var finding : kept) {
            finding.matches().forEach((plateKey, matches) -> {
                var hit = hit(frame, finding.read(), plateKey, matches, policy);
                matched.merge(hit.hitId(), hit, RaiseHits::stronger);
            });
        }
        var pass = frame.pass(policy.timing().passLife());
        return matched.values().stream()
                .map(hit -> new Sighted(hit, earlier(pass, hit).orElse(null)))
                .toList();
    }

    private Optional<Hit> earlier(Pass pass, Hit hit) {
        return pass.earlier(cityKey.get(), hit.plateKey()).stream()
                .flatMap(hitId -> hits.find(hitId).stream())
                .filter(pass::holds)
                .findFirst();
    }

    /** New hits, and advisory ones that this frame makes certain; those that push come first. */
    private List<Frames.Raised> raised(List<Sighted> matched, EffectivePolicy policy) {
        return matched.stream()
                .flatMap(sighted -> raised(sighted, policy).stream())
                .sorted(Comparator.comparing(raised -> raised.hit().isAdvisory()))
                .limit(Frames.MAX_HITS)
                .toList();
    }

    private Optional<Frames.Raised> raised(Sighted sighted, EffectivePolicy policy) {
        var hit = sighted.hit();
        var earlier = sighted.earlier();
        if (earlier == null) {
            var entry = entries.create(EntryType.HIT_RAISED, Outcome.DONE, policy.hash(), about(hit));
            return Optional.of(new Frames.Raised.New(hit, entry));
        }
        return earlier.isMadeCertainBy(hit)
                ? Optional.of(upgraded(earlier, earlier.madeCertainBy(hit), policy))
                : Optional.empty();
    }

    private Frames.Raised upgraded(Hit earlier, Hit certain, EffectivePolicy policy) {
        var entry = entries.create(EntryType.HIT_UPGRADED, Outcome.DONE, policy.hash(), about(certain));
        return new Frames.Raised.Upgraded(earlier, certain, entry);
    }

    private static Set<HitId> ids(List<Sighted> matched) {
        return matched.stream().map(Sighted::hitId).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One frame may show a plate twice, once as a mere alternate: what pushes wins. */
    private static Hit stronger(Hit first, Hit second) {
        return first.isAdvisory() && !second.isAdvisory() ? second : first;
    }

    /** The camera is looked at again, because recognition takes seconds in which it may have been retired. */
    private Set<Caution> cautions(Read read, PlateKey plateKey) {
        var cautions = EnumSet.noneOf(Caution.class);
        var camera = cameras.find(read.cameraId());
        if (camera.isEmpty() || camera.get().isRetired(clock.instant())) {
            cautions.add(Caution.CAMERA_RETIRED);
        }
        if (camera.isPresent() && camera.get().isSuspended(read.receivedAt())) {
            cautions.add(Caution.CAMERA_SUSPENDED);
        }
        if (distant.contradict(read, plateKey)) {
            cautions.add(Caution.DISTANT_SIGHTINGS);
        }
        return cautions;
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
                frame.pass(policy.timing().passLife()).hitId(cityKey.get(), plateKey),
                read.passId(),
                plateKey,
                sighting,
                matches,
                cautions(read, plateKey),
                clock.instant(),
                read.expiresAt(),
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
}
