package passby.aws.delivery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.hit.AlertMessage;
import passby.aws.json.Failure;
import passby.aws.lambda.QueueHandler;
import passby.aws.lambda.RetryLater;
import passby.core.delivery.DeliverAlerts;
import passby.core.hit.Alert;

/**
 * Takes alerts from the queue behind the topic to {@link DeliverAlerts}. An alert of which a message failed goes back to the
 * queue, which brings it back later each time, and so does what is no alert: both ring as dead letters when trying again
 * does not help.
 */
public final class DeliverAlertsHandler implements QueueHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverAlertsHandler.class);

    private final DeliverAlerts deliverAlerts;
    private final RetryLater later;
    private final Clock clock;

    public DeliverAlertsHandler(DeliverAlerts deliverAlerts, RetryLater later, Clock clock) {
        this.deliverAlerts = deliverAlerts;
        this.later = later;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var failures = new ArrayList<BatchItemFailure>();
        for (var message : event.getRecords()) {
            if (!isDone(message)) {
                later.failed(message);
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private boolean isDone(SQSMessage message) {
        try {
            return AlertMessage.parse(message.getBody())
                    .map(alert -> isDelivered(alert.after(waited(message))))
                    .orElseGet(DeliverAlertsHandler::noAlert);
        } catch (RuntimeException e) {
            LOG.error("An alert goes back to the queue: {}", Failure.describe(e));
            return false;
        }
    }

    private boolean isDelivered(Alert alert) {
        var delivery = deliverAlerts.handle(alert);
        if (delivery.refused() > 0) {
            LOG.warn("{} addresses want no messages.", delivery.refused());
        }
        if (delivery.failed() > 0) {
            LOG.warn("An alert goes back to the queue: {} messages failed.", delivery.failed());
        }
        return delivery.failed() == 0;
    }

    private static boolean noAlert() {
        LOG.error("A message of the queue is no alert.");
        return false;
    }

    /** In the queue, by its own clock: a telephone is told how old the sighting is now. */
    private Duration waited(SQSMessage message) {
        var attributes = message.getAttributes();
        var sent = attributes == null ? null : attributes.get("SentTimestamp");
        if (sent == null) {
            return Duration.ZERO;
        }
        var waited = Duration.between(Instant.ofEpochMilli(Long.parseLong(sent)), clock.instant());
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
