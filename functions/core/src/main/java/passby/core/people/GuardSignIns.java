package passby.core.people;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * Locks an account after five attempts to sign in that failed within 15 minutes, for 15 minutes. The pool that people sign in to asks
 * before each attempt and tells of each success.
 */
public final class GuardSignIns {
    /** The actor of the entry that locks an account: nobody knows who tried. */
    public static final String ACTOR = "somebody-signing-in";

    /** Attempts at the same moment get in each other's way; whoever loses so often is refused. */
    private static final int TRIES = 4;

    private final SignInAttempts attempts;
    private final Supplier<String> policyHash;
    private final EntryFactory entries;
    private final Clock clock;

    /** @param policyHash of the policy in force */
    public GuardSignIns(SignInAttempts attempts, Supplier<String> policyHash, EntryFactory entries, Clock clock) {
        this.attempts = attempts;
        this.policyHash = policyHash;
        this.entries = entries;
        this.clock = clock;
    }

    /** Whether an attempt may begin. It counts as failed until {@link #succeeded}. */
    public boolean mayTry(String personId) {
        for (var left = TRIES; left > 0; left--) {
            var now = clock.instant();
            var before = attempts.of(personId);
            if (before.isLocked(now)) {
                return false;
            }
            if (before.isSpent(now)) {
                lock(personId, before);
                return false;
            }
            if (attempts.replace(personId, before, before.counting(now), now)) {
                return true;
            }
        }
        return false;
    }

    /** Whoever loses the race finds it locked by whoever won it, and no second entry is written. */
    private void lock(String personId, Attempts before) {
        var now = clock.instant();
        var committed = Map.of(
                Field.ACTOR, ACTOR,
                Field.SUBJECT, personId,
                Field.REASON, "%d failures in %d minutes".formatted(Attempts.MOST, Attempts.WINDOW.toMinutes()));
        var entry = entries.create(EntryType.ACCOUNT_LOCKED, Outcome.DONE, policyHash.get(), committed);
        attempts.lock(personId, before, before.locked(now), now, entry);
    }

    /** The attempts before this one are forgotten; a lock stays, whoever was in the middle of signing in when it came. */
    public void succeeded(String personId) {
        for (var left = TRIES; left > 0; left--) {
            var now = clock.instant();
            var before = attempts.of(personId);
            if (before.isLocked(now) || attempts.replace(personId, before, before.cleared(), now)) {
                return;
            }
        }
    }
}
