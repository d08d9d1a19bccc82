package passby.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Sessions in memory; as coarse as a store that writes at most once a minute. */
public final class InMemorySessions implements Sessions {
    private static final Duration WRITE_EVERY = Duration.ofMinutes(1);

    private record Key(String personId, String sessionId) {}

    private final Map<Key, Instant> touched = new HashMap<>();

    @Override
    public synchronized Touch touch(String personId, String sessionId, Instant signedInAt, Instant now) {
        var key = new Key(personId, sessionId);
        var last = touched.getOrDefault(key, signedInAt);
        if (now.isAfter(last.plus(IDLE_LOCK))) {
            return Touch.LOCKED;
        }
        if (!touched.containsKey(key) || !now.isBefore(last.plus(WRITE_EVERY))) {
            touched.put(key, now);
        }
        return Touch.LIVE;
    }

    /** As a person or an administrator ends it. */
    public synchronized void end(String personId, String sessionId) {
        touched.put(new Key(personId, sessionId), Instant.EPOCH);
    }
}
