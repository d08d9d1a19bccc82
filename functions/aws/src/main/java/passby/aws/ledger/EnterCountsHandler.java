package passby.aws.ledger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.core.ledger.EnterCounts;

/** Enters what was counted, every minute. */
public final class EnterCountsHandler implements RequestHandler<ScheduledEvent, Integer> {
    private final EnterCounts enterCounts;

    public EnterCountsHandler(EnterCounts enterCounts) {
        this.enterCounts = enterCounts;
    }

    /** @return how many entries were written */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        return enterCounts.handle();
    }
}
