package passby.core.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.id.Digests;
import passby.core.picture.Jpeg;
import passby.core.picture.PictureKind;
import passby.core.picture.drawing.NightPicture;
import passby.core.plate.PlateKey;
import passby.core.plate.VehicleColour;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;

/**
 * Lets decoys stand among the rows of searches by camera, where they can be opened. A search by plate never answers one: whoever names
 * its plate has been told it. Held in memory for ten seconds, because one search asks for many cameras. Safe for many threads.
 */
public final class DecoyRows {
    private static final Duration HELD = Duration.ofSeconds(10);

    /** Of which reads before it a decoy's colour is one. */
    private static final Duration NEIGHBOURHOOD = Duration.ofMinutes(10);

    private static final int NEIGHBOURS = 16;

    private static final Comparator<ReadRef> BY_CAPTURE =
            Comparator.comparing(ReadRef::capturedAt).thenComparing(ReadRef::readId);

    private final Function<Instant, List<Read>> decoys;
    private final Reads reads;
    private final Clock clock;
    private Held held = new Held(List.of(), Instant.MIN);

    private record Held(List<Read> decoys, Instant until) {}

    /**
     * @param decoys those that are not over at that moment, in the words of reads
     * @param reads among which they stand
     */
    public DecoyRows(Function<Instant, List<Read>> decoys, Reads reads, Clock clock) {
        this.decoys = decoys;
        this.reads = reads;
        this.clock = clock;
    }

    /** Empty for what is no decoy, and for one that a read of that moment would be gone with. */
    Optional<Read> find(String readId, EffectivePolicy policy) {
        return find(readId).filter(read -> AnsweredReads.isAnswered(read, null, policy, clock.instant()));
    }

    /** What a camera would have taken of it: the same at each look, and made anew, so that no store has a picture that no camera took. */
    Jpeg picture(Read decoy, PictureKind kind) {
        var seed = Digests.sha256Hex(decoy.readId() + decoy.plateKey().value());
        return NightPicture.of(decoy.plate().raw(), Long.parseUnsignedLong(seed.substring(0, 16), 16), kind);
    }

    private Optional<Read> find(String readId) {
        return live().stream()
                .filter(decoy -> decoy.readId().equals(readId))
                .findFirst()
                .map(decoy -> decoy.withColour(colour(decoy)));
    }

    /**
     * That of one of the reads of its camera shortly before it: where a camera tells no colours, or its street has few of them, a
     * decoy of its own would be known by the colour.
     */
    private VehicleColour colour(Read decoy) {
        var seenAt = decoy.capturedAt();
        var near = reads.byCamera(decoy.cameraId(), seenAt.minus(NEIGHBOURHOOD), seenAt, null, NEIGHBOURS);
        return near.isEmpty()
                ? VehicleColour.UNKNOWN
                : reads.find(near.get(Math.floorMod(decoy.readId().hashCode(), near.size())))
                        .map(Read::colour)
                        .orElse(VehicleColour.UNKNOWN);
    }

    private synchronized List<Read> live() {
        var now = clock.instant();
        if (!now.isBefore(held.until())) {
            held = new Held(decoys.apply(now), now.plus(HELD));
        }
        return held.decoys();
    }

    /** The reads, with the decoys of each camera among them. */
    public Reads among() {
        return new Reads() {
            @Override
            public Optional<Read> find(ReadRef ref) {
                return DecoyRows.this.find(ref.readId()).or(() -> reads.find(ref));
            }

            @Override
            public Page byPlate(PlateKey key, Instant from, Instant to, @Nullable ReadRef after, int limit) {
                return reads.byPlate(key, from, to, after, limit);
            }

            @Override
            public List<Read> byPlateElsewhere(PlateKey key, Instant from, Instant to, String cameraId, int limit) {
                return reads.byPlateElsewhere(key, from, to, cameraId, limit);
            }

            @Override
            public List<ReadRef> byCamera(
                    String cameraId, Instant from, Instant to, @Nullable ReadRef after, int limit) {
                var stored = reads.byCamera(cameraId, from, to, after, limit);
                return Stream.concat(stored.stream(), refs(cameraId, from, to, after))
                        .sorted(BY_CAPTURE)
                        .limit(limit)
                        .toList();
            }
        };
    }

    private Stream<ReadRef> refs(String cameraId, Instant from, Instant to, @Nullable ReadRef after) {
        return live().stream()
                .filter(decoy -> decoy.cameraId().equals(cameraId)
                        && !decoy.capturedAt().isBefore(from)
                        && decoy.capturedAt().isBefore(to))
                .map(ReadRef::of)
                .filter(ref -> after == null || BY_CAPTURE.compare(ref, after) > 0);
    }
}
