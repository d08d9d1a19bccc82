package passby.core.evidence;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.policy.CachedPolicy;

/**
 * Ends holds whose review date passed without a renewal, locks the copies of renewed ones for longer, and deletes the copies
 * of those that ended. Runs every minute, as the only one who may delete from the vault.
 */
public final class EndHolds {
    private static final String JOB = "passby";

    /** A run of copying that began before the hold ended is over by then, so that it leaves nothing behind the deletion. */
    static final Duration COPYING_ENDS = Duration.ofMinutes(2);

    private final CachedPolicy policy;
    private final Holds holds;
    private final HoldUpkeep upkeep;
    private final HeldRows rows;
    private final Vault vault;
    private final EntryFactory entries;
    private final Clock clock;

    public EndHolds(
            CachedPolicy policy,
            Holds holds,
            HoldUpkeep upkeep,
            HeldRows rows,
            Vault vault,
            EntryFactory entries,
            Clock clock) {
        this.policy = policy;
        this.holds = holds;
        this.upkeep = upkeep;
        this.rows = rows;
        this.vault = vault;
        this.entries = entries;
        this.clock = clock;
    }

    /** @return how many holds were cleared: their rows are free and their copies deleted */
    public int handle() {
        for (var hold : holds.open()) {
            if (!hold.isInForce(clock.instant())) {
                expire(hold);
            } else if (hold.isCopied() && !hold.until().equals(hold.lockedUntil())) {
                vault.lock(VaultNames.hold(hold.holdId()), hold.until());
                upkeep.locked(hold.holdId(), hold.until());
            }
        }
        var cleared = 0;
        for (var hold : upkeep.uncleared()) {
            hold.reads().forEach(read -> rows.release(hold.holdId(), read.ref()));
            if (!clock.instant().isBefore(hold.changedAt().plus(COPYING_ENDS))) {
                vault.delete(VaultNames.hold(hold.holdId()));
                upkeep.cleared(hold.holdId());
                cleared++;
            }
        }
        return cleared;
    }

    private Commit expire(Hold hold) {
        var committed = Map.of(
                Field.ACTOR,
                JOB,
                Field.SUBJECT,
                hold.holdId(),
                Field.CASE_NUMBER,
                hold.caseNumber().value());
        var entry = entries.create(
                EntryType.HOLD_EXPIRED, Outcome.DONE, policy.current().hash(), committed, hold.entryIds());
        return holds.save(hold.expired(HoldEvent.of("expired", JOB, clock.instant(), entry)), entry);
    }
}
