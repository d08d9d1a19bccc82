package passby.aws.read;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.function.Supplier;
import passby.aws.lambda.MessageVisibility;
import passby.aws.lambda.RetryLater;
import passby.core.retention.NonHitRetention;
import passby.core.retention.Timing;

/**
 * Brings failed messages back at the pace of {@link Timing}: soon at first, then ever later, and in flush mode soon enough to
 * be read in time. Whatever goes wrong here leaves a message to the queue's own visibility.
 */
public final class RetryPace {
    private final MessageVisibility visibility;
    private final Supplier<NonHitRetention> retention;
    private final RetryLater later;

    /** @param retention in force at each call */
    public RetryPace(MessageVisibility visibility, Supplier<NonHitRetention> retention) {
        this.visibility = visibility;
        this.retention = retention;
        this.later = new RetryLater(visibility, receives -> Timing.retryAfter(receives, retention.get()));
    }

    /** A delivery that dies in flush mode comes back before its frame is too old. */
    void received(SQSMessage message) {
        RetryLater.quietly(() -> {
            if (retention.get().isFlush()) {
                visibility.comeBack(message, Timing.FLUSH_VISIBILITY);
            }
        });
    }

    void failed(SQSMessage message) {
        later.failed(message);
    }
}
