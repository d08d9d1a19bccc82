package passby.aws.hit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.core.hit.PublishAlerts;

/** Publishes alerts that were stored and not sent, every minute. */
public final class PublishAlertsHandler implements RequestHandler<ScheduledEvent, Integer> {
    private final PublishAlerts publishAlerts;

    public PublishAlertsHandler(PublishAlerts publishAlerts) {
        this.publishAlerts = publishAlerts;
    }

    /** @return how many were published */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        return publishAlerts.publishPending();
    }
}
