package passby.core.hit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryAlertLatencies implements AlertLatencies {
    private record Key(Instant day, String cameraId) {}

    private final Map<Key, OfDay> days = new ConcurrentHashMap<>();

    @Override
    public void add(String cameraId, Duration captureToAlert, Duration uploadToAlert, Instant sentAt) {
        var one = new OfDay(one(captureToAlert), one(uploadToAlert));
        days.merge(new Key(sentAt.truncatedTo(ChronoUnit.DAYS), cameraId), one, OfDay::plus);
    }

    private static LatencyHistogram one(Duration latency) {
        return new LatencyHistogram(Map.of(LatencyHistogram.step(latency), 1L));
    }

    @Override
    public Map<String, OfDay> ofDay(Instant day, List<String> cameraIds) {
        var found = new TreeMap<String, OfDay>();
        for (var cameraId : cameraIds) {
            var ofDay = days.get(new Key(day.truncatedTo(ChronoUnit.DAYS), cameraId));
            if (ofDay != null) {
                found.put(cameraId, ofDay);
            }
        }
        return found;
    }
}
