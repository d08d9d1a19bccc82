package passby.aws.policy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.core.governance.WatchOptOut;

/** Looks every day whether pictures may still go to Rekognition. */
public final class CheckOptOutHandler implements RequestHandler<ScheduledEvent, Boolean> {
    private final WatchOptOut watchOptOut;

    public CheckOptOutHandler(WatchOptOut watchOptOut) {
        this.watchOptOut = watchOptOut;
    }

    /** @return whether the order had to be changed */
    @Override
    public Boolean handleRequest(ScheduledEvent event, Context context) {
        return watchOptOut.handle();
    }
}
