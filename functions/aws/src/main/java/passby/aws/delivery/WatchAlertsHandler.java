package passby.aws.delivery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.delivery.AlertReach;
import passby.core.delivery.Recipients;
import passby.core.hit.EscalateHits;

/** Looks every minute whether alerts reach anybody, and sends to everybody what nobody has viewed. */
public final class WatchAlertsHandler implements ClockHandler {
    private final EscalateHits escalateHits;
    private final AlertReach reach;
    private final Recipients recipients;
    private final Metrics metrics;

    public WatchAlertsHandler(EscalateHits escalateHits, AlertReach reach, Recipients recipients, Metrics metrics) {
        this.escalateHits = escalateHits;
        this.reach = reach;
        this.recipients = recipients;
        this.metrics = metrics;
    }

    /** @return how many hits were escalated */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        metrics.put(Metric.ALERTS_REACH, reach.look(recipients));
        var escalated = escalateHits.handle();
        if (escalated > 0) {
            metrics.put(Metric.HITS_ESCALATED, escalated);
        }
        return escalated;
    }
}
