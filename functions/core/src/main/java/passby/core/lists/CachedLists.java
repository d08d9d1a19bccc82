package passby.core.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which version of each list alerts now, read again after five seconds: a new version, a suspension and the end of a list's
 * age count that soon in every execution environment. Safe for many threads.
 */
public final class CachedLists {
    static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(5);

    /** A copy that is older is not used: the read goes back to its queue. */
    static final Duration MAX_AGE = Duration.ofSeconds(30);

    private record Copy(Map<String, ListSource> sources, Instant readAt) {
        boolean isYoungerThan(Duration age, Instant now) {
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(age));
        }
    }

    private final Lists lists;
    private final Clock clock;
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    public CachedLists(Lists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * The source and its version, while it is accepted and not too old; else nothing of that source alerts.
     *
     * @throws RuntimeException of the store when it cannot be read and the last copy is too old
     */
    public Optional<ListSource> alerting(String source) {
        var now = clock.instant();
        return Optional.ofNullable(current(now).get(source)).filter(found -> found.alertsAt(now));
    }

    /** All sources that two people accepted, by their names, whether they alert or not. */
    public List<ListSource> armed() {
        return current(clock.instant()).values().stream()
                .filter(ListSource::isArmed)
                .sorted(Comparator.comparing(ListSource::source))
                .toList();
    }

    private Map<String, ListSource> current(Instant now) {
        var last = copy.get();
        if (last != null && last.isYoungerThan(READ_AGAIN_AFTER, now)) {
            return last.sources();
        }
        try {
            var sources =
                    lists.all().stream().collect(Collectors.toUnmodifiableMap(ListSource::source, Function.identity()));
            copy.set(new Copy(sources, now));
            return sources;
        } catch (RuntimeException e) {
            if (last != null && last.isYoungerThan(MAX_AGE, now)) {
                return last.sources();
            }
            throw e;
        }
    }
}
