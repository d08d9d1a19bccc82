package passby.aws.governance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.governance.WatchOptOut;

/** Looks every day whether pictures may still go to Rekognition. */
public final class CheckOptOutHandler implements ClockHandler {
    private final WatchOptOut watchOptOut;
    private final Metrics metrics;

    public CheckOptOutHandler(WatchOptOut watchOptOut, Metrics metrics) {
        this.watchOptOut = watchOptOut;
        this.metrics = metrics;
    }

    /** @return how often the order had to be changed: 1 or 0 */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var changed = watchOptOut.handle() ? 1 : 0;
        metrics.put(Metric.OPT_OUT_MISSING, changed);
        return changed;
    }
}
