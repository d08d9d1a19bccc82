package passby.aws.read;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Functions;
import passby.aws.lambda.ClockHandler;
import passby.aws.wiring.LambdaWiring;
import passby.aws.wiring.Wiring;
import passby.core.read.AdmitFrames;

/** Enters the frames that were stored, every minute. */
public final class AdmitFramesHandler implements ClockHandler {
    private final AdmitFrames admitFrames;

    /** As Lambda starts it. */
    public AdmitFramesHandler() {
        this(LambdaWiring.of(Functions.ADMIT_FRAMES));
    }

    public AdmitFramesHandler(Wiring wiring) {
        this(wiring.admitFrames());
    }

    public AdmitFramesHandler(AdmitFrames admitFrames) {
        this.admitFrames = admitFrames;
    }

    /** @return how many frames were admitted */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        return admitFrames.handle();
    }
}
