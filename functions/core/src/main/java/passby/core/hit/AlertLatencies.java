package passby.core.hit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How long alerts took on their way, counted by camera and day when they go out; late ones too. (D7) */
public interface AlertLatencies {
    /**
     * What a camera's alerts of a day took.
     *
     * @param captureToAlert from the shutter
     * @param uploadToAlert from the arrival of the picture
     */
    record OfDay(LatencyHistogram captureToAlert, LatencyHistogram uploadToAlert) {
        public static final OfDay NONE = new OfDay(LatencyHistogram.NONE, LatencyHistogram.NONE);

        public OfDay plus(OfDay other) {
            return new OfDay(captureToAlert.plus(other.captureToAlert), uploadToAlert.plus(other.uploadToAlert));
        }
    }

    void add(String cameraId, Duration captureToAlert, Duration uploadToAlert, Instant sentAt);

    /** Of those cameras that sent any on the day that holds the instant, in UTC. */
    Map<String, OfDay> ofDay(Instant day, List<String> cameraIds);
}
