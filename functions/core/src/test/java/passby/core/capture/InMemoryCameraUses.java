package passby.core.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import passby.core.policy.Limits.Window;

/** Uses of cameras in memory. */
public final class InMemoryCameraUses implements CameraUses {
    private record While(String cameraId, String what, Window window, Instant begin) {}

    private final Map<While, Long> counts = new HashMap<>();
    private final Map<String, Duration> skews = new HashMap<>();

    @Override
    public synchronized Amounts add(String cameraId, Amounts more, Duration skew, Window life, Instant at) {
        skews.put(cameraId, skew);
        return new Amounts(
                count(cameraId, "frames", Window.MINUTE, at, more.frames()),
                count(cameraId, "kilobytes", Window.DAY, at, more.kilobytes()),
                count(cameraId, "on their way", life, at, more.onTheirWay()));
    }

    @Override
    public synchronized Map<String, Duration> skews(Collection<String> cameraIds) {
        return skews.entrySet().stream()
                .filter(measured -> cameraIds.contains(measured.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public synchronized void giveBack(String cameraId, long kilobytes, long onTheirWay, Window life, Instant at) {
        count(cameraId, "kilobytes", Window.DAY, at, -kilobytes);
        count(cameraId, "on their way", life, at, -onTheirWay);
    }

    private long count(String cameraId, String what, Window window, Instant at, long more) {
        return counts.merge(new While(cameraId, what, window, window.begin(at)), more, Long::sum);
    }
}
