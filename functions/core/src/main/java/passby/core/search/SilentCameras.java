package passby.core.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Camera;
import passby.core.capture.CameraUses;
import passby.core.capture.Cameras;
import passby.core.read.Reads;
import passby.core.search.SearchCameras.SilentCamera;

/**
 * Which cameras of the whole city read nothing in a window, so that whoever finds no row knows who did not look. A camera whose last frame
 * came in the window is up; only of the others is it asked whether they read anything in it. (product.md, A8)
 */
public final class SilentCameras {
    private final Cameras cameras;
    private final CameraUses uses;
    private final Reads reads;
    private final ExecutorService pool;

    /**
     * @param reads those that people may be answered
     * @param pool on which several cameras are looked at at once
     */
    public SilentCameras(Cameras cameras, CameraUses uses, Reads reads, ExecutorService pool) {
        this.cameras = cameras;
        this.uses = uses;
        this.reads = reads;
        this.pool = pool;
    }

    /**
     * In the order of the registry; without those of private owners that the city does not see, and those that stood nowhere in the window.
     *
     * @param rows that were found: their cameras read something
     */
    List<SilentCamera> in(Instant from, Instant to, List<Row> rows) {
        var seen = rows.stream().map(row -> row.read().cameraId()).collect(Collectors.toUnmodifiableSet());
        var quiet = quiet(from, to, seen);
        var silent = Together.look(
                pool,
                quiet,
                camera -> reads.byCamera(camera.cameraId(), from, to, null, 1).isEmpty());
        return IntStream.range(0, quiet.size())
                .filter(silent::get)
                .mapToObj(quiet::get)
                .map(camera -> of(camera, to))
                .toList();
    }

    private List<Camera> quiet(Instant from, Instant to, Set<String> seen) {
        var asked = cameras.all().stream()
                .filter(camera -> camera.ownership().isSeen() && !seen.contains(camera.cameraId()))
                .filter(camera -> camera.installedAt().isBefore(to) && !isBefore(camera.retiredAt(), from))
                .toList();
        var traces = uses.traces(asked.stream().map(Camera::cameraId).toList());
        return asked.stream()
                .filter(camera -> {
                    var trace = traces.get(camera.cameraId());
                    return trace == null || !isIn(trace.lastFrameAt(), from, to);
                })
                .toList();
    }

    private static boolean isIn(@Nullable Instant frame, Instant from, Instant to) {
        return frame != null && !frame.isBefore(from) && frame.isBefore(to);
    }

    /** Among cameras that read nothing, why is known of those alone that were not in service. */
    static SilentCamera of(Camera camera, Instant to) {
        return new SilentCamera(
                camera.cameraId(), isBefore(camera.retiredAt(), to), isBefore(camera.suspendedSince(), to));
    }

    private static boolean isBefore(@Nullable Instant event, Instant end) {
        return event != null && event.isBefore(end);
    }
}
