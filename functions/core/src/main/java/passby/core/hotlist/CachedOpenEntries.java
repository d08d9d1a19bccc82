package passby.core.hotlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The entries without a whole plate, in memory, because every read is compared with all of them; read again as often as the
 * effective policy. Safe for many threads.
 */
public final class CachedOpenEntries {
    /** A copy that is older is not used: the read goes back to its queue. */
    public static final Duration MAX_AGE = Duration.ofSeconds(30);

    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(10);

    private record Copy(List<HotListEntry> entries, Instant readAt) {
        /** A copy from the future (a clock set back, a snapshot) is as bad as an old one. */
        boolean isYoungerThan(Duration age, Instant now) {
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(age));
        }
    }

    private final HotLists hotLists;
    private final Clock clock;
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    public CachedOpenEntries(HotLists hotLists, Clock clock) {
        this.hotLists = hotLists;
        this.clock = clock;
    }

    /** @throws RuntimeException of the store when it cannot be read and the last copy is too old */
    public List<HotListEntry> current() {
        var now = clock.instant();
        var last = copy.get();
        if (last != null && last.isYoungerThan(READ_AGAIN_AFTER, now)) {
            return last.entries();
        }
        try {
            var entries = List.copyOf(hotLists.withoutPlate(now));
            copy.set(new Copy(entries, now));
            return entries;
        } catch (RuntimeException e) {
            if (last != null && last.isYoungerThan(MAX_AGE, now)) {
                return last.entries();
            }
            throw e;
        }
    }
}
