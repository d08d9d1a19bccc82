package passby.aws.capture;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.core.capture.SweepUploads;

/** Sweeps uploads that nobody read, every minute. */
public final class SweepUploadsHandler implements RequestHandler<ScheduledEvent, Integer> {
    private final SweepUploads sweepUploads;

    public SweepUploadsHandler(SweepUploads sweepUploads) {
        this.sweepUploads = sweepUploads;
    }

    /** @return how many were swept */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        return sweepUploads.handle();
    }
}
