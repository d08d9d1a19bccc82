package passby.aws.evidence;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.lambda.ClockHandler;
import passby.core.evidence.EndHolds;

/** Ends holds that nobody renewed, every minute, and clears what they kept. */
public final class EndHoldsHandler implements ClockHandler {
    private final EndHolds end;

    public EndHoldsHandler(EndHolds end) {
        this.end = end;
    }

    /** @return how many holds were cleared */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        return end.handle();
    }
}
