package passby.aws.capture;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.capture.SweepUploads;
import passby.core.capture.WatchCameras;

/** Sweeps uploads that nobody read, every minute, and tells every ten minutes how many cameras are silent. */
public final class SweepUploadsHandler implements ClockHandler {
    private final SweepUploads sweepUploads;
    private final WatchCameras watchCameras;
    private final Metrics metrics;

    public SweepUploadsHandler(SweepUploads sweepUploads, WatchCameras watchCameras, Metrics metrics) {
        this.sweepUploads = sweepUploads;
        this.watchCameras = watchCameras;
        this.metrics = metrics;
    }

    /** @return how many were swept */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var swept = sweepUploads.handle();
        metrics.put(Metric.EXPIRY_LAG, sweepUploads.lag().toSeconds());
        watchCameras.silent().ifPresent(silent -> metrics.put(Metric.CAMERAS_SILENT, silent));
        return swept;
    }
}
