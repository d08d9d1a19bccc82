package passby.core.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** {@link ReadingCounts} in memory. */
public final class InMemoryReadingCounts implements ReadingCounts {
    private record Key(Instant day, String cameraId) {}

    private final Map<Key, JudgedPlates> days = new ConcurrentHashMap<>();

    @Override
    public void add(List<Judged> judged, Instant at) {
        var key = new Key(at.truncatedTo(ChronoUnit.DAYS), judged.getFirst().cameraId());
        days.merge(key, JudgedPlates.of(judged), JudgedPlates::plus);
    }

    @Override
    public Map<String, JudgedPlates> ofDays(Instant from, Instant to, List<String> cameraIds) {
        var found = new TreeMap<String, JudgedPlates>();
        for (var cameraId : cameraIds) {
            for (var day = from; day.isBefore(to); day = day.plus(Duration.ofDays(1))) {
                var ofDay = days.get(new Key(day, cameraId));
                if (ofDay != null) {
                    found.merge(cameraId, ofDay, JudgedPlates::plus);
                }
            }
        }
        return found;
    }
}
