package passby.core.hit;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.policy.EffectivePolicy;

/**
 * Sends an alert to everybody when nobody has viewed its hit for as long as the policy lets it lie (product.md, D1), once for
 * each hit. An advisory hit makes no sound and lies as long as it likes, and so does one of a camera that is retired or
 * suspended by now.
 */
public final class EscalateHits {
    /** A run that fails is made up for by the next ones, for this long. */
    static final Duration LOOK_BACK = Duration.ofHours(1);

    private final Hits hits;
    private final PublishAlerts publishAlerts;
    private final EntryFactory entries;
    private final Supplier<EffectivePolicy> policy;
    private final Clock clock;

    public EscalateHits(
            Hits hits,
            PublishAlerts publishAlerts,
            EntryFactory entries,
            Supplier<EffectivePolicy> policy,
            Clock clock) {
        this.hits = hits;
        this.publishAlerts = publishAlerts;
        this.entries = entries;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * One that fails holds up no other.
     *
     * @return how many hits were escalated
     * @throws RuntimeException of one that failed, behind all others
     */
    public int handle() {
        var current = policy.get();
        var rules = current.alerting();
        if (!rules.escalates()) {
            return 0;
        }
        var until = clock.instant().minus(rules.escalateAfter());
        return OneByOne.count(
                hits.unviewed(until.minus(LOOK_BACK), until),
                hitId -> hits.find(hitId).filter(hit -> escalate(hit, current)).isPresent());
    }

    /** Publishes, then records: a crash between the two means one alert twice, never none. */
    private boolean escalate(Hit hit, EffectivePolicy current) {
        var step = new HitStep.Escalated(HitStep.CLOCK, clock.instant());
        if (hit.isAdvisory()
                || !publishAlerts.isCameraBelieved(hit)
                || !(HitCourse.rule(hit.steps(), step) instanceof HitCourse.Ruling.Taken)) {
            return false;
        }
        publishAlerts.publishToEverybody(hit);
        var committed =
                Map.of(Field.SUBJECT, hit.hitId().value(), Field.ACTOR, HitStep.CLOCK, Field.ACTION, step.code());
        var entry = entries.create(EntryType.HIT_STEP, Outcome.DONE, current.hash(), committed);
        return hits.step(hit, step, entry) instanceof Commit.Done;
    }
}
