package passby.core.capture;

import java.time.Clock;
import java.util.OptionalLong;
import passby.core.policy.CachedPolicy;
import passby.core.policy.CaptureSwitch;

/**
 * Counts, every ten minutes, the cameras that are silent: in service, and without a frame for half an hour. One that moves may be
 * parked, so it is listed as silent and rings no alarm. While capture is switched off nobody is. (product.md, A8)
 */
public final class WatchCameras {
    private static final int MINUTES = 10;

    private final CachedPolicy policy;
    private final Cameras cameras;
    private final CameraUses uses;
    private final ExcludedPlaces places;
    private final Clock clock;

    public WatchCameras(CachedPolicy policy, Cameras cameras, CameraUses uses, ExcludedPlaces places, Clock clock) {
        this.policy = policy;
        this.cameras = cameras;
        this.uses = uses;
        this.places = places;
        this.clock = clock;
    }

    /** Empty in a minute in which nobody looks. */
    public OptionalLong silent() {
        var now = clock.instant();
        if (now.getEpochSecond() / 60 % MINUTES != 0) {
            return OptionalLong.empty();
        }
        var effective = policy.current();
        if (effective.capture() == CaptureSwitch.OFF) {
            return OptionalLong.of(0);
        }
        var fixed = cameras.all().stream().filter(camera -> !camera.mobile()).toList();
        var traces = uses.traces(fixed.stream().map(Camera::cameraId).toList());
        return OptionalLong.of(fixed.stream()
                .filter(camera -> CameraHealth.of(
                                camera,
                                CameraUses.Trace.of(traces, camera).lastFrameAt(),
                                places.of(effective, camera).orElse(null),
                                now)
                        == CameraHealth.SILENT)
                .count());
    }
}
