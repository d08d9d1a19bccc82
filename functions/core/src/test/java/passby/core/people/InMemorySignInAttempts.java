package passby.core.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Attempts in memory. */
public final class InMemorySignInAttempts implements SignInAttempts {
    private final InMemoryLedger ledger;
    private final Map<String, Attempts> attempts = new HashMap<>();

    public InMemorySignInAttempts(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Attempts of(String personId) {
        return ledger.exclusively(() -> attempts.getOrDefault(personId, Attempts.NONE));
    }

    @Override
    public boolean replace(String personId, Attempts before, Attempts after, Instant now) {
        return ledger.exclusively(() -> {
            var same = of(personId).equals(before);
            if (same) {
                attempts.put(personId, after);
            }
            return same;
        });
    }

    @Override
    public Commit lock(String personId, Attempts before, Attempts after, Instant now, Entry entry) {
        return ledger.commit(() -> of(personId).equals(before), () -> attempts.put(personId, after), entry);
    }
}
