package passby.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Sessions in memory; as coarse as a store that writes at most once a minute. */
public final class InMemorySessions implements Sessions {
    private static final Duration WRITE_EVERY = Duration.ofMinutes(1);

    private record Key(String personId, String sessionId) {
        static Key of(Session session) {
            return new Key(session.personId(), session.sessionId());
        }
    }

    private record Row(Session session, boolean ended) {
        boolean isLive(Instant now) {
            return !ended && !session.isIdle(now);
        }
    }

    private final InMemoryLedger ledger;
    private final Map<Key, Row> rows = new HashMap<>();
    private final Map<String, Instant> used = new HashMap<>();

    public InMemorySessions(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Touch touch(String personId, String sessionId, Instant signedInAt, Instant now) {
        return ledger.exclusively(() -> {
            var row = rows.get(new Key(personId, sessionId));
            if (row == null) {
                return now.isAfter(signedInAt.plus(IDLE_LOCK)) ? Touch.LOCKED : Touch.NEW;
            }
            if (!row.isLive(now)) {
                return Touch.LOCKED;
            }
            if (!now.isBefore(row.session().lastSeenAt().plus(WRITE_EVERY))) {
                put(row.session().seen(now));
            }
            return Touch.LIVE;
        });
    }

    @Override
    public Commit begin(Session session, Entry entry) {
        return ledger.commit(
                () -> !rows.containsKey(Key.of(session)),
                () -> {
                    put(session);
                    used(session.personId(), session.lastSeenAt());
                },
                entry);
    }

    @Override
    public List<Session> live(String personId, Instant now) {
        return ledger.exclusively(() -> rows.values().stream()
                .filter(row -> row.session().personId().equals(personId) && row.isLive(now))
                .map(Row::session)
                .sorted(Comparator.comparing(Session::lastSeenAt).reversed().thenComparing(Session::sessionId))
                .toList());
    }

    @Override
    public Optional<Session> find(String personId, String reference) {
        return ledger.exclusively(() -> rows.values().stream()
                .map(Row::session)
                .filter(session -> session.personId().equals(personId)
                        && session.reference().equals(reference))
                .findFirst());
    }

    @Override
    public Commit end(Session session, Instant now, Entry entry) {
        return ledger.commit(
                () -> isThereAndNotEnded(session), () -> rows.put(Key.of(session), new Row(session, true)), entry);
    }

    private boolean isThereAndNotEnded(Session session) {
        var row = rows.get(Key.of(session));
        return row != null && !row.ended();
    }

    @Override
    public void endAll(String personId, Instant now) {
        ledger.exclusively(() -> {
            live(personId, now).forEach(session -> rows.put(Key.of(session), new Row(session, true)));
            return personId;
        });
    }

    @Override
    public Optional<Instant> lastUsed(String personId) {
        return ledger.exclusively(() -> Optional.ofNullable(used.get(personId)));
    }

    @Override
    public void used(String personId, Instant now) {
        ledger.exclusively(() -> used.put(personId, now));
    }

    private void put(Session session) {
        ledger.exclusively(() -> rows.put(Key.of(session), new Row(session, false)));
    }

    /** A session that has begun before the test, and whose entry is not looked at. */
    public void put(String personId, String sessionId, Instant lastSeenAt) {
        put(new Session(personId, sessionId, lastSeenAt, lastSeenAt, "a test"));
    }

    /** As a person or an administrator ends it. */
    public void end(String personId, String sessionId) {
        put(personId, sessionId, Instant.EPOCH);
    }
}
