package passby.aws.purge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.purge.PurgeDue;
import passby.core.purge.PurgeReport;
import passby.core.purge.PurgeReports;

/**
 * Deletes what is due, every minute, until the next tick. Beats once at the end of each run: an alarm, here or in an outside
 * account, takes silence for failure.
 */
public final class PurgeHandler implements ClockHandler {
    /** The next run begins a minute after this one; a batch under way ends within the rest. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final PurgeDue purge;
    private final PurgeReports reports;
    private final Supplier<String> worker;
    private final Metrics metrics;
    private final Clock clock;

    /** @param worker a name for each run that no other run has */
    public PurgeHandler(PurgeDue purge, PurgeReports reports, Supplier<String> worker, Metrics metrics, Clock clock) {
        this.purge = purge;
        this.reports = reports;
        this.worker = worker;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return how many rows were deleted */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var run = purge.handle(worker.get(), clock.instant().plus(LONGEST));
        reports.put(PurgeReport.of(run, clock.instant()));
        metrics.put(Metric.PURGE_HEARTBEAT, 1);
        metrics.put(Metric.PURGE_LAG, run.latest().toSeconds());
        metrics.put(Metric.PURGE_REFUSED, run.failed());
        return Math.toIntExact(run.rows());
    }
}
