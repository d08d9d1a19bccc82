package passby.core.hit;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long alerts took, as counts of steps: step 0 ends at 50 ms, and each ends a quarter of a doubling later than the one
 * before it, so that no figure is more than 19 % above what it stands for, and a city's is the sum of its cameras'.
 *
 * @param counts how many alerts fell into each step, without steps of zero
 */
public record LatencyHistogram(Map<Integer, Long> counts) {
    public static final LatencyHistogram NONE = new LatencyHistogram(Map.of());

    private static final double FIRST_END_MILLIS = 50;
    private static final double STEPS_A_DOUBLING = 4;

    /** It ends after fourteen hours: whoever waited longer waited for a camera that was offline. */
    private static final int LAST = 80;

    public LatencyHistogram {
        counts = Map.copyOf(counts);
    }

    /** The step of a duration; one below zero, from a camera whose clock runs ahead, counts as none. */
    public static int step(Duration latency) {
        var millis = Math.max(latency.toMillis(), 1);
        var step = Math.ceil(Math.log(millis / FIRST_END_MILLIS) / Math.log(2) * STEPS_A_DOUBLING);
        return (int) Math.clamp(step, 0, LAST);
    }

    public LatencyHistogram plus(LatencyHistogram other) {
        var sum = new TreeMap<>(counts);
        other.counts.forEach((step, count) -> sum.merge(step, count, Long::sum));
        return new LatencyHistogram(sum);
    }

    public long n() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The latency that so many of a hundred alerts do not exceed, by the end of its step; zero without alerts.
     *
     * @param percent above 0, at most 100
     */
    public Duration percentile(int percent) {
        var rank = Math.ceilDiv(n() * percent, 100);
        var passed = 0L;
        for (var step : new TreeMap<>(counts).entrySet()) {
            passed += step.getValue();
            if (passed >= rank) {
                return end(step.getKey());
            }
        }
        return Duration.ZERO;
    }

    private static Duration end(int step) {
        return Duration.ofMillis(Math.round(FIRST_END_MILLIS * Math.pow(2, step / STEPS_A_DOUBLING)));
    }
}
