package passby.core.policy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Limits in memory. */
public final class InMemoryLimits implements Limits {
    private record Key(String subject, Window window, Instant begin) {}

    private final Map<Key, Integer> counts = new HashMap<>();

    @Override
    public synchronized int use(String subject, Window window, Instant at, int uses, int bound) {
        var counted = counts.merge(new Key(subject, window, window.begin(at)), uses, Integer::sum);
        return Limits.within(counted, uses, bound);
    }

    @Override
    public synchronized void giveBack(String subject, Window window, Instant at, int uses) {
        counts.merge(new Key(subject, window, window.begin(at)), -uses, Integer::sum);
    }
}
