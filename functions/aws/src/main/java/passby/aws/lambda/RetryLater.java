package passby.aws.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.json.Failure;

/** Brings failed messages back later and later. Whatever goes wrong here leaves a message to its queue's own visibility. */
public final class RetryLater {
    private static final Logger LOG = LoggerFactory.getLogger(RetryLater.class);

    private final MessageVisibility visibility;
    private final IntFunction<Duration> after;

    /** @param after how often a message was received, 1 upwards, it comes back */
    public RetryLater(MessageVisibility visibility, IntFunction<Duration> after) {
        this.visibility = visibility;
        this.after = after;
    }

    public void failed(SQSMessage message) {
        quietly(() -> visibility.comeBack(message, after.apply(receives(message))));
    }

    /** How often it was received, this time included; SQS counts approximately. */
    private static int receives(SQSMessage message) {
        var attributes = message.getAttributes();
        var count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
        return count == null ? 1 : Math.max(1, Integer.parseInt(count));
    }

    /** A change of visibility that may fail. */
    public static void quietly(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.warn("A message keeps the visibility of its queue: {}", Failure.describe(e));
        }
    }
}
