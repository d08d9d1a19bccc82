package passby.aws.read;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.json.Failure;
import passby.aws.lambda.MessageVisibility;
import passby.core.retention.NonHitRetention;
import passby.core.retention.Timing;

/**
 * Brings failed messages back at the pace of {@link Timing}: soon at first, then ever later, and in flush mode soon enough to
 * be read in time. Whatever goes wrong here leaves a message to the queue's own visibility.
 */
public final class RetryPace {
    private static final Logger LOG = LoggerFactory.getLogger(RetryPace.class);

    private final MessageVisibility visibility;
    private final Supplier<NonHitRetention> retention;

    /** @param retention in force at each call */
    public RetryPace(MessageVisibility visibility, Supplier<NonHitRetention> retention) {
        this.visibility = visibility;
        this.retention = retention;
    }

    /** A delivery that dies in flush mode comes back before its frame is too old. */
    void received(SQSMessage message) {
        quietly(() -> {
            if (retention.get().isFlush()) {
                visibility.comeBack(message, Timing.FLUSH_VISIBILITY);
            }
        });
    }

    void failed(SQSMessage message) {
        quietly(() -> visibility.comeBack(message, Timing.retryAfter(receives(message), retention.get())));
    }

    /** How often it was received, this time included; SQS counts approximately. */
    private static int receives(SQSMessage message) {
        var attributes = message.getAttributes();
        var count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
        return count == null ? 1 : Math.max(1, Integer.parseInt(count));
    }

    private static void quietly(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.warn("A message keeps the visibility of its queue: {}", Failure.describe(e));
        }
    }
}
