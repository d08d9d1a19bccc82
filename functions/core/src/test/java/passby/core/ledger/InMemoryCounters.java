package passby.core.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counters in memory. */
public final class InMemoryCounters implements Counters {
    private final Map<Instant, Map<Count, Long>> minutes = new HashMap<>();
    private boolean reachable = true;

    public synchronized void setReachable(boolean reachable) {
        this.reachable = reachable;
    }

    @Override
    public synchronized void add(Map<Count, Long> amounts, Instant at) {
        if (!reachable) {
            throw new IllegalStateException("the counters cannot be reached");
        }
        var counted = minutes.computeIfAbsent(at.truncatedTo(ChronoUnit.MINUTES), minute -> new EnumMap<>(Count.class));
        amounts.forEach((count, amount) -> counted.merge(count, amount, Long::sum));
    }

    @Override
    public synchronized Map<Count, Long> ofMinute(Instant minute) {
        return Map.copyOf(minutes.getOrDefault(minute.truncatedTo(ChronoUnit.MINUTES), Map.of()));
    }

    /** All that was ever counted under that name. */
    public synchronized long total(Count count) {
        return minutes.values().stream()
                .mapToLong(counts -> counts.getOrDefault(count, 0L))
                .sum();
    }
}
