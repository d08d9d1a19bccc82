package passby.aws.capture;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Functions;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.aws.wiring.LambdaWiring;
import passby.aws.wiring.Wiring;
import passby.core.capture.SweepUploads;

/** Sweeps uploads that nobody read, every minute. */
public final class SweepUploadsHandler implements ClockHandler {
    private final SweepUploads sweepUploads;
    private final Metrics metrics;

    /** As Lambda starts it. */
    public SweepUploadsHandler() {
        this(LambdaWiring.of(Functions.SWEEP_UPLOADS));
    }

    public SweepUploadsHandler(Wiring wiring) {
        this(wiring.sweepUploads(), wiring.metrics());
    }

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
