package passby.core.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Limits;
import passby.core.policy.Limits.Window;

/**
 * How much one camera may bring, so that no camera takes the recogniser from the others: frames a minute, bytes a day, and
 * frames that are on their way at once. A frame is on its way from its URL until it is processed; a URL that nobody used
 * stops counting after ten to twenty minutes.
 */
public final class CameraBounds {
    /** What a frame is beyond. */
    public enum Bound {
        FRAMES_A_MINUTE(Window.MINUTE),
        BYTES_A_DAY(Window.DAY),
        OUTSTANDING(Window.TEN_MINUTES);

        private final Window window;

        Bound(Window window) {
            this.window = window;
        }

        /** When the bound is certain to be free again; outstanding frames usually are sooner. */
        public Instant freeAt(Instant now) {
            return window.next(now);
        }
    }

    private static final int KILOBYTE = 1000;
    private static final int KILOBYTES_A_MEGABYTE = 1000;

    private final Limits limits;

    public CameraBounds(Limits limits) {
        this.limits = limits;
    }

    /** @param frames that a camera asks URLs for; all of them count in the minute, so that asking for too much leaves no room */
    int withinTheMinute(String cameraId, int frames, EffectivePolicy policy, Instant now) {
        return limits.use("uploads#" + cameraId, Window.MINUTE, now, frames, policy.cameraUploadRate());
    }

    /** The first so many of these frames are within the bytes of the day; what is beyond counts too. */
    int withinTheDay(String cameraId, List<UploadRequest> requests, EffectivePolicy policy, Instant now) {
        var sizes = new ArrayList<Integer>();
        requests.forEach(request -> sizes.add(Math.ceilDiv(request.length(), KILOBYTE)));
        var all = sizes.stream().mapToInt(Integer::intValue).sum();
        var bound = policy.bounds().cameraDailyMegabytes() * KILOBYTES_A_MEGABYTE;
        var left = limits.use("kilobytes#" + cameraId, Window.DAY, now, all, bound);
        var within = 0;
        while (within < sizes.size() && sizes.get(within) <= left) {
            left -= sizes.get(within);
            within++;
        }
        return within;
    }

    /** How many more frames may be on their way; those beyond do not count. */
    int startOnTheirWay(String cameraId, int frames, EffectivePolicy policy, Instant now) {
        var within = limits.use(
                outstanding(cameraId),
                Window.TEN_MINUTES,
                now,
                frames,
                policy.bounds().cameraOutstanding());
        if (within < frames) {
            limits.giveBack(outstanding(cameraId), Window.TEN_MINUTES, now, frames - within);
        }
        return within;
    }

    /** The frame is processed to its end: the camera may bring another. */
    public void arrived(UploadKey upload) {
        limits.giveBack(outstanding(upload.cameraId()), Window.TEN_MINUTES, upload.issued(), 1);
    }

    private static String outstanding(String cameraId) {
        return "outstanding#" + cameraId;
    }
}
