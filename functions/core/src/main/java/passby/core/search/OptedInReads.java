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
import passby.core.plate.PlateKey;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;

/**
 * Stored reads without those of cameras whose private owners have not opted in, or withdrew: nobody searches, opens, holds or is given
 * them. Which cameras those are is held for five seconds, so a withdrawal counts within them. Safe for many threads.
 */
public final class OptedInReads implements Reads {
    private static final Duration HELD = Duration.ofSeconds(5);

    private final Reads reads;
    private final Cameras cameras;
    private final Clock clock;
    private Hidden hidden = new Hidden(Set.of(), Instant.MIN);

    private record Hidden(Set<String> cameraIds, Instant until) {}

    public OptedInReads(Reads reads, Cameras cameras, Clock clock) {
        this.reads = reads;
        this.cameras = cameras;
        this.clock = clock;
    }

    private synchronized Set<String> hidden() {
        var now = clock.instant();
        if (!now.isBefore(hidden.until())) {
            var ids = cameras.all().stream()
                    .filter(camera -> !camera.ownership().isSeen())
                    .map(Camera::cameraId)
                    .collect(Collectors.toUnmodifiableSet());
            hidden = new Hidden(ids, now.plus(HELD));
        }
        return hidden.cameraIds();
    }

    private boolean isSeen(Read read) {
        return !hidden().contains(read.cameraId());
    }

    @Override
    public Optional<Read> find(ReadRef ref) {
        return reads.find(ref).filter(this::isSeen);
    }

    @Override
    public Page byPlate(PlateKey key, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        var page = reads.byPlate(key, from, to, after, limit);
        return new Page(page.reads().stream().filter(this::isSeen).toList(), page.next());
    }

    @Override
    public List<Read> byPlateElsewhere(PlateKey key, Instant from, Instant to, String cameraId, int limit) {
        return reads.byPlateElsewhere(key, from, to, cameraId, limit).stream()
                .filter(this::isSeen)
                .toList();
    }

    @Override
    public List<ReadRef> byCamera(String cameraId, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        return hidden().contains(cameraId) ? List.of() : reads.byCamera(cameraId, from, to, after, limit);
    }
}
