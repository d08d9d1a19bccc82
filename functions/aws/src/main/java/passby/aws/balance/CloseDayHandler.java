package passby.aws.balance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.balance.CloseDay;
import passby.core.quality.QuarantineCameras;

/**
 * Closes each day with its balance and its counts, and puts cameras in quarantine whose samples speak against them. Runs every day; a day
 * that is closed already is left alone.
 */
public final class CloseDayHandler implements ClockHandler {
    private final CloseDay closeDay;
    private final QuarantineCameras quarantineCameras;
    private final Metrics metrics;

    public CloseDayHandler(CloseDay closeDay, QuarantineCameras quarantineCameras, Metrics metrics) {
        this.closeDay = closeDay;
        this.quarantineCameras = quarantineCameras;
        this.metrics = metrics;
    }

    /** @return how many reads are lost; an alarm watches it */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var lost = closeDay.handle().map(balance -> balance.lost()).orElse(0L);
        metrics.put(Metric.READS_LOST, lost);
        metrics.put(Metric.CAMERAS_QUARANTINED, quarantineCameras.handle());
        return Math.toIntExact(lost);
    }
}
