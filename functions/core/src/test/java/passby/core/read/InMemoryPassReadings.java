package passby.core.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Readings of passes, in memory. */
public final class InMemoryPassReadings implements PassReadings {
    private final Map<String, List<PassReading>> passes = new HashMap<>();
    private final Map<String, Instant> dates = new HashMap<>();

    @Override
    public synchronized List<PassReading> add(String passId, PassReading reading, Instant expiresAt) {
        var readings = passes.computeIfAbsent(passId, _ -> new ArrayList<>());
        if (readings.size() < MOST) {
            dates.put(passId, expiresAt);
            if (!readings.contains(reading)) {
                readings.add(reading);
            }
        }
        return List.copyOf(readings);
    }

    /** When each pass goes. */
    synchronized Map<String, Instant> dates() {
        return Map.copyOf(dates);
    }
}
