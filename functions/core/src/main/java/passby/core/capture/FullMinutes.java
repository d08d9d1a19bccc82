package passby.core.capture;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import passby.core.policy.Limits.Window;

/**
 * Cameras that have announced as many frames in the running minute as the policy lets them, as far as this function's own
 * environment has seen it: a count of a minute only grows. Nothing of an earlier minute is kept.
 */
final class FullMinutes {
    private final AtomicReference<Minute> current = new AtomicReference<>(Minute.of(Instant.EPOCH));

    /** @param counted frames of each camera whose minute is full */
    private record Minute(Instant begin, Map<String, Long> counted) {
        static Minute of(Instant begin) {
            return new Minute(begin, new ConcurrentHashMap<>());
        }
    }

    /** @param rate frames a minute under the policy of this moment: a higher one makes room again */
    boolean has(String cameraId, int rate, Instant now) {
        var minute = current.get();
        return minute.begin.equals(Window.MINUTE.begin(now)) && minute.counted.getOrDefault(cameraId, 0L) >= rate;
    }

    /** @param counted frames of the camera in the minute of that instant */
    void note(String cameraId, long counted, int rate, Instant now) {
        if (counted < rate) {
            return;
        }
        var begin = Window.MINUTE.begin(now);
        current.updateAndGet(minute -> minute.begin.isBefore(begin) ? Minute.of(begin) : minute);
        var minute = current.get();
        if (minute.begin.equals(begin)) {
            minute.counted.merge(cameraId, counted, Math::max);
        }
    }
}
