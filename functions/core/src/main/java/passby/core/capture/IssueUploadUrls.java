package passby.core.capture;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.CachedPolicy;
import passby.core.policy.Limits;
import passby.core.retention.Timing;

/**
 * Answers a camera's promise of frames with one URL each. Each frame is judged alone: a late one does not hold up the rest.
 * Every frame that is asked for counts against the camera's bound of the minute, whatever comes of it.
 */
public final class IssueUploadUrls {
    /** What a camera gets for one frame. */
    public sealed interface Issued {
        record Url(UploadUrl url) implements Issued {}

        /** Captured too long ago: under the retention in force it could not be kept any more. */
        record TooLate() implements Issued {}

        /** More frames in this minute than the policy lets one camera announce. */
        record TooMany() implements Issued {}
    }

    private final CachedPolicy policy;
    private final Limits limits;
    private final UploadUrls urls;
    private final Counters counters;
    private final Ulids ids;
    private final Clock clock;

    public IssueUploadUrls(
            CachedPolicy policy, Limits limits, UploadUrls urls, Counters counters, Ulids ids, Clock clock) {
        this.policy = policy;
        this.limits = limits;
        this.urls = urls;
        this.counters = counters;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param camera in service, whose token was verified and spent
     * @return one for each request, in its order
     */
    public List<Issued> handle(Camera camera, List<UploadRequest> requests) {
        var effective = policy.current();
        var now = clock.instant();
        var within = limits.use(
                "uploads#" + camera.cameraId(),
                Limits.Window.MINUTE,
                now,
                requests.size(),
                effective.cameraUploadRate());
        var issued = new ArrayList<Issued>(requests.size());
        for (var request : requests) {
            issued.add(issued.size() < within ? issue(camera, request, effective.timing(), now) : new Issued.TooMany());
        }
        count(issued, now);
        return issued;
    }

    private Issued issue(Camera camera, UploadRequest request, Timing timing, Instant now) {
        if (!now.isBefore(request.facts().capturedAt().plus(timing.maxCaptureAge()))) {
            return new Issued.TooLate();
        }
        var key = new UploadKey(now, camera.cameraId(), ids.next());
        return new Issued.Url(urls.sign(key, request, timing.urlLife()));
    }

    private void count(List<Issued> issued, Instant now) {
        var granted = issued.stream().filter(Issued.Url.class::isInstance).count();
        if (granted > 0) {
            counters.add(Count.UPLOAD_URL_ISSUED, granted, now);
        }
        if (granted < issued.size()) {
            counters.add(Count.UPLOAD_REFUSED, issued.size() - granted, now);
        }
    }
}
