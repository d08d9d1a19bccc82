package passby.aws.hit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.lambda.ClockHandler;
import passby.core.hit.ExpireConfirmations;
import passby.core.hit.FinishRejections;

/** Ends confirmations whose time is over, and finishes rejections that one transaction did not take, every minute. */
public final class ExpireConfirmationsHandler implements ClockHandler {
    private final ExpireConfirmations expireConfirmations;

    private final FinishRejections finishRejections;

    public ExpireConfirmationsHandler(ExpireConfirmations expireConfirmations, FinishRejections finishRejections) {
        this.expireConfirmations = expireConfirmations;
        this.finishRejections = finishRejections;
    }

    /** @return how many timed out */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        try {
            return expireConfirmations.handle();
        } finally {
            finishRejections.handle();
        }
    }
}
