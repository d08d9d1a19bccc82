package passby.infra.capture;

import java.util.Map;
import passby.aws.api.Bucket;
import passby.aws.api.Queue;
import passby.infra.naming.Names;
import passby.infra.store.Backstops;
import passby.infra.store.Keys;
import passby.infra.store.PrivateBucket;
import passby.infra.store.ToldQueue;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Where uploads arrive: the bucket of frames tells the queue of each. */
public final class Uploads extends Construct {
    /** After which S3 deletes a frame that neither its reader nor the sweeper did. */
    public static final Duration BACKSTOP = Duration.days(2);

    /** The queue's; later than the sweeper, so that nothing waits whose frame may still be there. */
    public static final java.time.Duration KEPT = java.time.Duration.ofDays(1);

    /** @param backstops hear of frames that S3 deleted by itself */
    public Uploads(Construct scope, Names names, Keys keys, Backstops backstops) {
        super(scope, "Uploads");
        var frames = new PrivateBucket(this, "Frames", names, keys, Bucket.UPLOADS, Map.of("u/", BACKSTOP));
        ToldQueue.connect(this, names, Queue.UPLOADS, KEPT, frames.bucket(), backstops);
    }
}
