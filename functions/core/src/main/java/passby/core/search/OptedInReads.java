package passby.core.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.capture.Ownership;
import passby.core.plate.PlateKey;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;

/**
 * Stored reads without those of cameras whose private owners have not opted in, or withdrew: nobody searches, opens, holds or is given
 * them. Which cameras are somebody's own is held for five seconds; whether their owner is in is asked each time, so a withdrawal counts at
 * once. Safe for many threads.
 */
public final class OptedInReads implements Reads {
    private static final Duration HELD = Duration.ofSeconds(5);

    private final Reads reads;
    private final Cameras cameras;
    private final Clock clock;
    private Held held = new Held(Set.of(), Instant.MIN);

    /** @param owned cameras of private owners, whether these are in or not: the city's own are never asked about */
    private record Held(Set<String> owned, Instant until) {}

    public OptedInReads(Reads reads, Cameras cameras, Clock clock) {
        this.reads = reads;
        this.cameras = cameras;
        this.clock = clock;
    }

    private synchronized Set<String> owned() {
        var now = clock.instant();
        if (!now.isBefore(held.until())) {
            var ids = cameras.all().stream()
                    .filter(camera -> camera.ownership() != Ownership.CITY)
                    .map(Camera::cameraId)
                    .collect(Collectors.toUnmodifiableSet());
            held = new Held(ids, now.plus(HELD));
        }
        return held.owned();
    }

    private boolean isSeen(String cameraId) {
        return !owned().contains(cameraId)
                || cameras.find(cameraId)
                        .filter(camera -> camera.ownership().isSeen())
                        .isPresent();
    }

    /** Each camera is asked about once, however many of the reads are its own. */
    private List<Read> seen(List<Read> all) {
        var hidden = all.stream()
                .map(Read::cameraId)
                .distinct()
                .filter(cameraId -> !isSeen(cameraId))
                .collect(Collectors.toUnmodifiableSet());
        return all.stream().filter(read -> !hidden.contains(read.cameraId())).toList();
    }

    @Override
    public Optional<Read> find(ReadRef ref) {
        return reads.find(ref).filter(read -> isSeen(read.cameraId()));
    }

    @Override
    public Page byPlate(PlateKey key, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        var page = reads.byPlate(key, from, to, after, limit);
        return new Page(seen(page.reads()), page.next());
    }

    @Override
    public List<Read> byPlateElsewhere(PlateKey key, Instant from, Instant to, String cameraId, int limit) {
        return seen(reads.byPlateElsewhere(key, from, to, cameraId, limit));
    }

    @Override
    public List<ReadRef> byCamera(String cameraId, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        return isSeen(cameraId) ? reads.byCamera(cameraId, from, to, after, limit) : List.of();
    }
}
