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
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.hit.Caution;
import passby.core.hit.FramesOfPass;
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
import passby.core.plate.Plate;
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
    private final Executor threads;
    private final Clock clock;

    public RaiseHits(
            Hits hits,
            Cameras cameras,
            Reads reads,
            EntryFactory entries,
            Supplier<CityKey> cityKey,
            Executor threads,
            Clock clock) {
        this.hits = hits;
        this.cameras = cameras;
        this.distant = new DistantSightings(reads);
        this.entries = entries;
        this.cityKey = cityKey;
        this.threads = threads;
        this.clock = clock;
    }

    Result handle(SightedFrame frame, List<Finding> findings, EffectivePolicy policy) {
        var matched = matched(frame, findings, policy);
        var raised = raised(matched, policy);
        return new Result(ids(matched, raised), raised);
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

    /** The camera is looked at again, because recognition takes seconds in which it may have been retired. */
    private List<Sighted> matched(SightedFrame frame, List<Finding> kept, EffectivePolicy policy) {
        if (kept.stream().allMatch(finding -> finding.matches().isEmpty())) {
            return List.of();
        }
        var calls = new Calls(threads);
        var camera = calls.start(() -> cameras.find(frame.camera().cameraId()));
        var looks = kept.stream()
                .flatMap(finding -> finding.matches().entrySet().stream()
                        .map(match -> look(frame, finding, match.getKey(), match.getValue(), policy, calls)))
                .toList();
        calls.await();
        var matched = new LinkedHashMap<HitId, Sighted>();
        for (var look : looks) {
            var sighted = sighted(frame, look, camera.get(), policy);
            matched.merge(sighted.hit().hitId(), sighted, RaiseHits::stronger);
        }
        return List.copyOf(matched.values());
    }

    /**
     * What is looked up of a plate that matched.
     *
     * @param distant whether it was seen too far away
     * @param earlier hits under the ids that another frame of the pass may have used
     */
    private record Look(
            Read read,
            List<Plate> frames,
            PlateKey plateKey,
            List<Match> matches,
            Supplier<Boolean> distant,
            Supplier<List<Hit>> earlier) {}

    private Look look(
            SightedFrame frame,
            Finding finding,
            PlateKey plateKey,
            List<Match> matches,
            EffectivePolicy policy,
            Calls calls) {
        var read = finding.read();
        var ids = frame.pass(policy.timing().passLife()).earlier(cityKey.get(), plateKey);
        return new Look(
                read,
                finding.frames(),
                plateKey,
                matches,
                calls.start(() -> distant.contradict(read, plateKey)),
                calls.start(() -> hits.find(ids)));
    }

    private Sighted sighted(SightedFrame frame, Look look, Optional<Camera> camera, EffectivePolicy policy) {
        var pass = frame.pass(policy.timing().passLife());
        var hit = hit(frame, look, cautions(look, camera), pass);
        return new Sighted(
                hit,
                look.earlier().get().stream().filter(pass::holds).findFirst().orElse(null));
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
        return earlier.madeCertainBy(hit).map(certain -> upgraded(earlier, certain, policy));
    }

    private Frames.Raised upgraded(Hit earlier, Hit certain, EffectivePolicy policy) {
        var entry = entries.create(EntryType.HIT_UPGRADED, Outcome.DONE, policy.hash(), about(certain));
        return new Frames.Raised.Upgraded(earlier, certain, entry);
    }

    /** Of what is stored, now or before: a crowd of mere alternates may be more than a frame raises. */
    private static Set<HitId> ids(List<Sighted> matched, List<Frames.Raised> raised) {
        var added = raised.stream().map(one -> one.hit().hitId()).collect(Collectors.toSet());
        return matched.stream()
                .filter(sighted -> sighted.earlier() != null || added.contains(sighted.hitId()))
                .map(Sighted::hitId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One frame may show a plate twice, once as a mere alternate: what pushes wins. */
    private static Sighted stronger(Sighted first, Sighted second) {
        return first.hit().isAdvisory() && !second.hit().isAdvisory() ? second : first;
    }

    private Set<Caution> cautions(Look look, Optional<Camera> camera) {
        var cautions = EnumSet.noneOf(Caution.class);
        if (camera.isEmpty() || camera.get().isRetired(clock.instant())) {
            cautions.add(Caution.CAMERA_RETIRED);
        }
        if (camera.isPresent() && camera.get().isSuspended(look.read().receivedAt())) {
            cautions.add(Caution.CAMERA_SUSPENDED);
        }
        if (camera.isPresent() && camera.get().quarantine().isInForce()) {
            cautions.add(Caution.CAMERA_QUARANTINED);
        }
        if (look.distant().get()) {
            cautions.add(Caution.DISTANT_SIGHTINGS);
        }
        if (look.read().pictures() == null) {
            cautions.add(Caution.NO_PICTURE);
        }
        return cautions;
    }

    private Hit hit(SightedFrame frame, Look look, Set<Caution> cautions, Pass pass) {
        var read = look.read();
        var plate = look.matches().getFirst().plate();
        var candidate = read.candidates().stream()
                .filter(one -> one.plate().equals(plate))
                .findFirst()
                .orElseGet(read::best);
        var sighting = new Sighting(
                read.readId(),
                plate,
                read.state(),
                read.colour(),
                candidate.confidence(),
                read.cameraId(),
                frame.camera().zone(),
                read.position(),
                read.heading(),
                read.capturedAt(),
                read.receivedAt(),
                read.pictures(),
                FramesOfPass.of(plate, look.frames()));
        return new Hit(
                pass.hitId(cityKey.get(), look.plateKey()),
                read.passId(),
                look.plateKey(),
                sighting,
                look.matches(),
                cautions,
                clock.instant(),
                read.expiresAt(),
                List.of());
    }

    private static Map<Field, String> about(Hit hit) {
        var frames = hit.sighting().frames();
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.SUBJECT, hit.hitId().value());
        committed.put(Field.PLATE, hit.sighting().plate().raw());
        committed.put(Field.CAMERAS, hit.sighting().cameraId());
        committed.put(Field.PURPOSE, hit.category().code());
        committed.put(
                Field.REASON,
                hit.matchType().code()
                        + (hit.isAdvisory() ? ", advisory" : ", pushed")
                        + (frames.isVote() ? ", by the vote of " + frames.of() + " frames" : ""));
        committed.put(Field.CASE_NUMBER, hit.strongest().entry().caseNumber().value());
        return committed;
    }
}
