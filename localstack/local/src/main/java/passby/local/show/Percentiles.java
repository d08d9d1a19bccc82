package passby.local.show;

import java.time.Duration;
import java.util.List;

/** Nearest-rank percentiles of a handful of durations. */
public final class Percentiles {
    private Percentiles() {}

    /** @param durations at least one */
    public static Duration of(List<Duration> durations, int percent) {
        var sorted = durations.stream().sorted().toList();
        var rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    /** {@code p50 412 ms, p95 590 ms (n = 12)}, or that there were none. */
    public static String told(List<Duration> durations) {
        return durations.isEmpty()
                ? "none"
                : "p50 %d ms, p95 %d ms (n = %d)"
                        .formatted(
                                of(durations, 50).toMillis(), of(durations, 95).toMillis(), durations.size());
    }
}
