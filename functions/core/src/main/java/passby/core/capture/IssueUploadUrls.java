package passby.core.capture;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.FreshPolicy;
import passby.core.retention.Timing;

/** Answers a camera's promise of frames with one URL each. Each frame is judged alone: a late one does not hold up the rest. */
public final class IssueUploadUrls {
    /** What a camera gets for one frame. */
    public sealed interface Issued {
        record Url(UploadUrl url) implements Issued {}

        /** Captured too long ago: under the retention in force it could not be kept any more. */
        record TooLate() implements Issued {}
    }

    private final FreshPolicy policy;
    private final UploadUrls urls;
    private final Counters counters;
    private final Ulids ids;
    private final Clock clock;

    public IssueUploadUrls(FreshPolicy policy, UploadUrls urls, Counters counters, Ulids ids, Clock clock) {
        this.policy = policy;
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
        var timing = policy.current().timing();
        var now = clock.instant();
        var issued = new ArrayList<Issued>(requests.size());
        for (var request : requests) {
            issued.add(issue(camera, request, timing, now));
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
