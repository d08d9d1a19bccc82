package passby.core.hit;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * Ends confirmations whose time is over, every minute: the hit counts as not confirmed and may be asked about again. A
 * confirmation that arrives in the same moment wins or loses as a whole.
 */
public final class ExpireConfirmations {
    private final Hits hits;
    private final EntryFactory entries;
    private final Supplier<String> policyHash;
    private final Clock clock;

    public ExpireConfirmations(Hits hits, EntryFactory entries, Supplier<String> policyHash, Clock clock) {
        this.hits = hits;
        this.entries = entries;
        this.policyHash = policyHash;
        this.clock = clock;
    }

    /**
     * One that fails holds up no other.
     *
     * @return how many confirmations timed out
     * @throws RuntimeException of one that failed, behind all others
     */
    public int handle() {
        return OneByOne.count(
                hits.due(clock.instant()),
                hitId -> hits.find(hitId).filter(this::expire).isPresent());
    }

    private boolean expire(Hit hit) {
        var step = new HitStep.NotConfirmed(HitStep.CLOCK, clock.instant(), true);
        if (!(HitCourse.rule(hit.steps(), step) instanceof HitCourse.Ruling.Taken)) {
            return false;
        }
        var committed = Map.of(
                Field.SUBJECT,
                hit.hitId().value(),
                Field.ACTOR,
                HitStep.CLOCK,
                Field.ACTION,
                step.code(),
                Field.REASON,
                "timed-out");
        var entry = entries.create(EntryType.HIT_STEP, Outcome.DONE, policyHash.get(), committed);
        return hits.step(hit, step, entry) instanceof Commit.Done;
    }
}
