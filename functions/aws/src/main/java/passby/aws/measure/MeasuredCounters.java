package passby.aws.measure;

import java.time.Instant;
import java.util.Map;
import passby.aws.api.Metric;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;

/** Counters that tell when a count is lost: the ledger's minute then says less than what happened. */
public final class MeasuredCounters implements Counters {
    private final Counters counters;
    private final Metrics metrics;

    public MeasuredCounters(Counters counters, Metrics metrics) {
        this.counters = counters;
        this.metrics = metrics;
    }

    @Override
    public void add(Map<Count, Long> amounts, Instant at) {
        try {
            counters.add(amounts, at);
        } catch (RuntimeException e) {
            metrics.put(
                    Metric.COUNTS_LOST,
                    amounts.values().stream().mapToLong(amount -> amount).sum());
            throw e;
        }
    }

    @Override
    public Map<Count, Long> ofMinute(Instant minute) {
        return counters.ofMinute(minute);
    }
}
