package passby.core.hotlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Suppressions in memory, because every match is compared with all of them; one counts everywhere within ten seconds. When
 * they cannot be read the last copy is used, however old it is: a vehicle that is stopped in error stays suppressed until the
 * suppression ends. Safe for many threads.
 */
public final class CachedSuppressions {
    static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(10);

    private record Copy(List<Suppression> suppressions, Instant readAt) {
        boolean isFresh(Instant now) {
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(READ_AGAIN_AFTER));
        }
    }

    private final Suppressions suppressions;
    private final Clock clock;
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    public CachedSuppressions(Suppressions suppressions, Clock clock) {
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** @throws RuntimeException of the store when it cannot be read and never was */
    public List<Suppression> current() {
        var now = clock.instant();
        var last = copy.get();
        if (last != null && last.isFresh(now)) {
            return last.suppressions();
        }
        try {
            var read = List.copyOf(suppressions.live(now));
            copy.set(new Copy(read, now));
            return read;
        } catch (RuntimeException e) {
            if (last != null) {
                return last.suppressions();
            }
            throw e;
        }
    }
}
