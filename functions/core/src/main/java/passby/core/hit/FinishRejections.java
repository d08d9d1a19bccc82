package passby.core.hit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.RetentionClass;

/**
 * Lets what is left of rejected hits fall to the non-hit clock, every minute until their pass is over: a frame that comes after the
 * rejection is as little a hit as those before it. One that fails holds up no other.
 */
public final class FinishRejections {
    /** From a frame's capture to its result, in the usual case. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

    private final Hits hits;
    private final UnfinishedRejections rejections;
    private final Supplier<EffectivePolicy> policy;
    private final Clock clock;

    public FinishRejections(Hits hits, UnfinishedRejections rejections, Supplier<EffectivePolicy> policy, Clock clock) {
        this.hits = hits;
        this.rejections = rejections;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * @return how many were looked after
     * @throws RuntimeException of one that failed, behind all others
     */
    public int handle() {
        return OneByOne.count(rejections.unfinished(), this::finish);
    }

    private boolean finish(HitId hitId) {
        var hit = hits.find(hitId);
        var rejectedAt = hit.flatMap(FinishRejections::rejectedAt);
        if (hit.isEmpty() || rejectedAt.isEmpty()) {
            return false;
        }
        var current = policy.get();
        var date = hit.get().rejectedExpiry(current.retention(RetentionClass.NON_HIT), rejectedAt.get());
        rejections.finish(hit.get(), date, isPassOver(hit.get(), current));
        return true;
    }

    private boolean isPassOver(Hit hit, EffectivePolicy current) {
        var lastFrame =
                hit.sighting().capturedAt().plus(current.timing().passLife()).plus(ON_ITS_WAY);
        return !clock.instant().isBefore(lastFrame);
    }

    private static Optional<Instant> rejectedAt(Hit hit) {
        return hit.steps().reversed().stream()
                .filter(HitStep.Rejected.class::isInstance)
                .map(HitStep::at)
                .findFirst();
    }
}
