package passby.core.capture;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** {@link IllegiblePlates} in memory. */
public final class InMemoryIllegiblePlates implements IllegiblePlates {
    private record Key(Instant day, String cameraId) {}

    private final Map<Key, Map<String, Long>> counts = new ConcurrentHashMap<>();

    @Override
    public void add(String cameraId, Map<String, Long> reasons, Instant at) {
        counts.merge(new Key(at.truncatedTo(DAYS), cameraId), reasons, InMemoryIllegiblePlates::sum);
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        var sum = new TreeMap<>(one);
        other.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return sum;
    }

    @Override
    public Map<String, Map<String, Long>> ofDay(Instant day, List<String> cameraIds) {
        var found = new TreeMap<String, Map<String, Long>>();
        for (var cameraId : cameraIds) {
            var ofDay = counts.get(new Key(day.truncatedTo(DAYS), cameraId));
            if (ofDay != null) {
                found.put(cameraId, ofDay);
            }
        }
        return found;
    }
}
