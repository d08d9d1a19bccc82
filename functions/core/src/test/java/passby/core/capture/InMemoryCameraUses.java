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
    private final Map<String, Trace> traces = new HashMap<>();

    @Override
    public synchronized Amounts add(String cameraId, Amounts more, Duration skew, Window life, Instant at) {
        traces.merge(cameraId, new Trace(skew, null), (before, now) -> new Trace(skew, before.lastFrameAt()));
        return new Amounts(
                count(cameraId, "frames", Window.MINUTE, at, more.frames()),
                count(cameraId, "kilobytes", Window.DAY, at, more.kilobytes()),
                count(cameraId, "on their way", life, at, more.onTheirWay()));
    }

    @Override
    public synchronized Map<String, Trace> traces(Collection<String> cameraIds) {
        return traces.entrySet().stream()
                .filter(measured -> cameraIds.contains(measured.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public synchronized void arrived(String cameraId, Window life, Instant issued, Instant at) {
        count(cameraId, "on their way", life, issued, -1);
        traces.computeIfPresent(cameraId, (id, before) -> new Trace(before.skew(), at));
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
