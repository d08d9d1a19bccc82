package passby.core.evidence;

import java.time.Clock;
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

    private final CachedPolicy policy;
    private final Holds holds;
    private final EndedHolds ended;
    private final HeldRows rows;
    private final Vault vault;
    private final EntryFactory entries;
    private final Clock clock;

    public EndHolds(
            CachedPolicy policy,
            Holds holds,
            EndedHolds ended,
            HeldRows rows,
            Vault vault,
            EntryFactory entries,
            Clock clock) {
        this.policy = policy;
        this.holds = holds;
        this.ended = ended;
        this.rows = rows;
        this.vault = vault;
        this.entries = entries;
        this.clock = clock;
    }

    /** @return how many holds were cleared: their rows are free and their copies deleted */
    public int handle() {
        for (var hold : holds.open()) {
            if (hold.isInForce(clock.instant())) {
                vault.lock(VaultNames.hold(hold.holdId()), hold.until());
            } else {
                expire(hold);
            }
        }
        var cleared = 0;
        for (var hold : ended.uncleared()) {
            hold.reads().forEach(read -> rows.release(hold.holdId(), read.ref()));
            vault.delete(VaultNames.hold(hold.holdId()));
            ended.cleared(hold.holdId());
            cleared++;
        }
        return cleared;
    }

    private Commit expire(Hold hold) {
        var committed = Map.of(Field.ACTOR, JOB, Field.SUBJECT, hold.holdId(), Field.CASE_NUMBER, hold.caseNumber());
        var entry = entries.create(
                EntryType.HOLD_EXPIRED, Outcome.DONE, policy.current().hash(), committed, hold.entryIds());
        return holds.save(hold.expired(HoldEvent.of("expired", JOB, clock.instant(), entry)), entry);
    }
}
