package passby.aws.balance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.balance.CloseDay;

/** Closes each day with its balance and its counts. Runs every day; a day that is closed already is left alone. */
public final class CloseDayHandler implements ClockHandler {
    private final CloseDay closeDay;
    private final Metrics metrics;

    public CloseDayHandler(CloseDay closeDay, Metrics metrics) {
        this.closeDay = closeDay;
        this.metrics = metrics;
    }

    /** @return how many reads are lost; an alarm watches it */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var lost = closeDay.handle().map(balance -> balance.lost()).orElse(0L);
        metrics.put(Metric.READS_LOST, lost);
        return Math.toIntExact(lost);
    }
}
