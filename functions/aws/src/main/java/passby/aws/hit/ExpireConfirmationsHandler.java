package passby.aws.hit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.lambda.ClockHandler;
import passby.core.hit.ExpireConfirmations;

/** Ends confirmations whose time is over, every minute. */
public final class ExpireConfirmationsHandler implements ClockHandler {
    private final ExpireConfirmations expireConfirmations;

    public ExpireConfirmationsHandler(ExpireConfirmations expireConfirmations) {
        this.expireConfirmations = expireConfirmations;
    }

    /** @return how many timed out */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        return expireConfirmations.handle();
    }
}
