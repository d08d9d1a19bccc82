package passby.aws.capture;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.capture.SweepUploads;

/** Sweeps uploads that nobody read, every minute. */
public final class SweepUploadsHandler implements ClockHandler {
    private final SweepUploads sweepUploads;
    private final Metrics metrics;

    public SweepUploadsHandler(SweepUploads sweepUploads, Metrics metrics) {
        this.sweepUploads = sweepUploads;
        this.metrics = metrics;
    }

    /** @return how many were swept */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var swept = sweepUploads.handle();
        metrics.put(Metric.EXPIRY_LAG, sweepUploads.lag().toSeconds());
        return swept;
    }
}
