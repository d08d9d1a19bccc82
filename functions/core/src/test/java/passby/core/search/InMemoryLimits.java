package passby.core.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Limits in memory. */
public final class InMemoryLimits implements Limits {
    private record Key(String subject, Instant hour) {}

    private final Map<Key, Integer> uses = new HashMap<>();

    @Override
    public synchronized boolean use(String subject, Instant at, int perHour) {
        return uses.merge(new Key(subject, at.truncatedTo(ChronoUnit.HOURS)), 1, Integer::sum) <= perHour;
    }
}
