package passby.aws.read;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.lambda.ClockHandler;
import passby.core.read.AdmitFrames;

/** Enters the frames that were stored, every minute. */
public final class AdmitFramesHandler implements ClockHandler {
    private final AdmitFrames admitFrames;

    public AdmitFramesHandler(AdmitFrames admitFrames) {
        this.admitFrames = admitFrames;
    }

    /** @return how many frames were admitted */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        return admitFrames.handle();
    }
}
