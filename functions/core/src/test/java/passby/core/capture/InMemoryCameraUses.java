package passby.core.capture;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import passby.core.policy.Limits.Window;

/** Uses of cameras in memory. */
public final class InMemoryCameraUses implements CameraUses {
    private record While(String cameraId, String what, Window window, Instant begin) {}

    private final Map<While, Long> counts = new HashMap<>();

    @Override
    public synchronized Amounts add(String cameraId, Amounts more, Window life, Instant at) {
        return new Amounts(
                count(cameraId, "frames", Window.MINUTE, at, more.frames()),
                count(cameraId, "kilobytes", Window.DAY, at, more.kilobytes()),
                count(cameraId, "on their way", life, at, more.onTheirWay()));
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
