package passby.core.read;

import java.time.Clock;
import java.util.List;
import passby.core.capture.Camera;
import passby.core.capture.CameraBounds;
import passby.core.capture.ExcludedPlaces;
import passby.core.capture.Issued;
import passby.core.capture.JudgeCaptures;
import passby.core.capture.UploadKey;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.CachedPolicy;

/**
 * Takes the reads that a camera made itself, under the bounds and clocks of frames, and sends each on the way that a frame takes
 * from its upload on: the same queue, gates, matching, retention and counts. (A10)
 */
public final class TakePostedReads {
    private final JudgeCaptures captures;
    private final PostedReads reads;
    private final Ulids ids;

    public TakePostedReads(
            CachedPolicy policy,
            CameraBounds bounds,
            ExcludedPlaces places,
            PostedReads reads,
            Counters counters,
            Ulids ids,
            Clock clock) {
        this.captures = new JudgeCaptures(policy, bounds, places, counters, clock);
        this.reads = reads;
        this.ids = ids;
    }

    /**
     * @param camera in service, whose token was verified and spent
     * @return one for each read, in their order
     */
    public List<Issued> handle(Camera camera, List<PostedRead> posted) {
        return captures.handle(camera, posted, Count.READ_POSTED, (read, timing, now) -> {
            var key = new UploadKey(now, camera.cameraId(), ids.next(), UploadKey.Kind.READ);
            reads.put(key, read);
            return new Issued.Taken(key.uploadId());
        });
    }
}
