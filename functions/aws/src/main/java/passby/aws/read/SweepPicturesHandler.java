package passby.aws.read;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.lambda.ClockHandler;
import passby.core.read.SweepPictureHours;

/** Deletes the pictures that are left in hours which are over. */
public final class SweepPicturesHandler implements ClockHandler {
    private final SweepPictureHours sweep;

    public SweepPicturesHandler(SweepPictureHours sweep) {
        this.sweep = sweep;
    }

    /** @return how many pictures were deleted */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        return sweep.handle();
    }
}
