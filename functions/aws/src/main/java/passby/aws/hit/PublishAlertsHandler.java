package passby.aws.hit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.hit.PublishAlerts;

/** Publishes alerts that were stored and not sent, every minute. */
public final class PublishAlertsHandler implements ClockHandler {
    private final PublishAlerts publishAlerts;
    private final Metrics metrics;

    public PublishAlertsHandler(PublishAlerts publishAlerts, Metrics metrics) {
        this.publishAlerts = publishAlerts;
        this.metrics = metrics;
    }

    /** @return how many were published */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var run = publishAlerts.publishPending();
        if (run.published() > 0) {
            metrics.put(Metric.ALERTS_SENT_LATE, run.published());
        }
        if (run.failed() > 0) {
            metrics.put(Metric.ALERTS_NOT_SENT, run.failed());
        }
        return run.published();
    }
}
