package passby.aws.conduct;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.conduct.WatchConduct;

/** Compares what people did in the last hour with what they and others did before. */
public final class WatchConductHandler implements ClockHandler {
    private final WatchConduct watchConduct;
    private final Metrics metrics;

    public WatchConductHandler(WatchConduct watchConduct, Metrics metrics) {
        this.watchConduct = watchConduct;
        this.metrics = metrics;
    }

    /** @return how many reviews were opened; alarms watch the decoys and what is overdue */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var watched = watchConduct.handle();
        metrics.put(Metric.DECOYS_TOUCHED, watched.incidents());
        metrics.put(Metric.CONDUCT_REVIEWS_OVERDUE, watched.overdue());
        return watched.opened() + watched.incidents();
    }
}
