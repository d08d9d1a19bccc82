package passby.core.capture;

import java.time.Clock;
import java.util.List;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.CachedPolicy;

/**
 * Answers a camera's promise of frames with one URL each. Each frame is judged alone: a late one does not hold up the rest.
 * While capture is switched off there is no URL for anybody.
 */
public final class IssueUploadUrls {
    private final JudgeCaptures captures;
    private final UploadUrls urls;
    private final Ulids ids;

    public IssueUploadUrls(
            CachedPolicy policy,
            CameraBounds bounds,
            ExcludedPlaces places,
            UploadUrls urls,
            Counters counters,
            Ulids ids,
            Clock clock) {
        this.captures = new JudgeCaptures(policy, bounds, places, counters, clock);
        this.urls = urls;
        this.ids = ids;
    }

    /**
     * @param camera in service, whose token was verified and spent
     * @return one for each request, in its order
     */
    public List<Issued> handle(Camera camera, List<UploadRequest> requests) {
        return captures.handle(camera, requests, Count.UPLOAD_URL_ISSUED, (request, timing, now) -> {
            var key = new UploadKey(now, camera.cameraId(), ids.next());
            return new Issued.Url(urls.sign(key, request, timing.urlLife()));
        });
    }
}
