package passby.core.capture;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import passby.core.id.Coded;
import passby.core.zone.ZoneKind;

/** How a camera does. (product.md, A8) */
public enum CameraHealth implements Coded {
    UP,
    /** In service, and no frame of it was processed for half an hour. */
    SILENT,
    /** Where it stands nothing is captured. */
    EXCLUDED,
    SUSPENDED,
    RETIRED,
    /** To be installed. */
    PLANNED;

    /** After which a camera is silent (data.md, "Bounds"). */
    public static final Duration SILENCE = Duration.ofMinutes(30);

    /**
     * @param lastFrameAt when the last frame of it was processed; null when that is more than two days ago, or never was
     * @param excluded why nothing is captured where it stands, or null
     */
    static CameraHealth of(Camera camera, @Nullable Instant lastFrameAt, @Nullable ZoneKind excluded, Instant now) {
        if (camera.isRetired(now)) {
            return RETIRED;
        }
        if (camera.isSuspended(now)) {
            return SUSPENDED;
        }
        if (now.isBefore(camera.installedAt())) {
            return PLANNED;
        }
        if (excluded != null && !camera.mobile()) {
            return EXCLUDED;
        }
        var last =
                lastFrameAt == null || lastFrameAt.isBefore(camera.installedAt()) ? camera.installedAt() : lastFrameAt;
        return now.isBefore(last.plus(SILENCE)) ? UP : SILENT;
    }
}
