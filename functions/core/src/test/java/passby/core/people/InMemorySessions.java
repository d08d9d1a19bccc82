package passby.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Sessions in memory; as coarse as a store that writes at most once a minute. */
public final class InMemorySessions implements Sessions {
    private static final Duration WRITE_EVERY = Duration.ofMinutes(1);

    private record Key(String personId, String sessionId) {}

    private final InMemoryLedger ledger;
    private final Map<Key, Instant> touched = new HashMap<>();

    public InMemorySessions(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Touch touch(String personId, String sessionId, Instant signedInAt, Instant now) {
        return ledger.exclusively(() -> {
            var key = new Key(personId, sessionId);
            var last = touched.getOrDefault(key, signedInAt);
            if (now.isAfter(last.plus(IDLE_LOCK))) {
                return Touch.LOCKED;
            }
            if (!touched.containsKey(key)) {
                return Touch.NEW;
            }
            if (!now.isBefore(last.plus(WRITE_EVERY))) {
                touched.put(key, now);
            }
            return Touch.LIVE;
        });
    }

    @Override
    public Commit begin(String personId, String sessionId, Instant now, Entry entry) {
        var key = new Key(personId, sessionId);
        return ledger.commit(() -> !touched.containsKey(key), () -> put(personId, sessionId, now), entry);
    }

    /** A session that has begun before the test, and whose entry is not looked at. */
    public void put(String personId, String sessionId, Instant lastSeenAt) {
        ledger.exclusively(() -> touched.put(new Key(personId, sessionId), lastSeenAt));
    }

    /** As a person or an administrator ends it. */
    public void end(String personId, String sessionId) {
        put(personId, sessionId, Instant.EPOCH);
    }
}
