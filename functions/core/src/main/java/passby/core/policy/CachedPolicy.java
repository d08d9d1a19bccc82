package passby.core.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The effective policy, read again before it is 30 s old. A tightening therefore counts everywhere within 30 s. Safe for
 * many threads.
 */
public final class CachedPolicy {
    public static final Duration MAX_AGE = Duration.ofSeconds(30);
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(10);

    private record Copy(EffectivePolicy policy, Instant readAt) {}

    private final PolicyDocuments documents;
    private final Clock clock;
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    public CachedPolicy(PolicyDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** @throws PolicyUnavailable when the store cannot be read and the last copy is too old */
    public EffectivePolicy current() {
        var now = clock.instant();
        var last = copy.get();
        if (last != null && isYoungerThan(READ_AGAIN_AFTER, last, now)) {
            return last.policy();
        }
        try {
            var policy = documents.current();
            copy.set(new Copy(policy, now));
            return policy;
        } catch (RuntimeException e) {
            if (last != null && isYoungerThan(MAX_AGE, last, now)) {
                return last.policy();
            }
            throw new PolicyUnavailable(e);
        }
    }

    /** A copy from the future (a clock set back, a snapshot) is as bad as an old one. */
    private static boolean isYoungerThan(Duration age, Copy copy, Instant now) {
        return !now.isBefore(copy.readAt()) && now.isBefore(copy.readAt().plus(age));
    }
}
