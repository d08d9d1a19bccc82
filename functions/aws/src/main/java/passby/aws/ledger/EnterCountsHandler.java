package passby.aws.ledger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.ledger.EnterCounts;

/** Enters what was counted, every minute. */
public final class EnterCountsHandler implements ClockHandler {
    private final EnterCounts enterCounts;
    private final Metrics metrics;

    public EnterCountsHandler(EnterCounts enterCounts, Metrics metrics) {
        this.enterCounts = enterCounts;
        this.metrics = metrics;
    }

    /** @return how many entries were written */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var entered = enterCounts.handle();
        metrics.put(Metric.LEDGER_LAG, enterCounts.lag().toSeconds());
        return entered;
    }
}
