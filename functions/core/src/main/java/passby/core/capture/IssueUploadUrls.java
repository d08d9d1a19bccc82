package passby.core.capture;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.CachedPolicy;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.Timing;

/**
 * Answers a camera's promise of frames with one URL each. Each frame is judged alone: a late one does not hold up the rest.
 * While capture is switched off there is no URL for anybody.
 */
public final class IssueUploadUrls {
    /** What a camera gets for one frame. */
    public sealed interface Issued {
        record Url(UploadUrl url) implements Issued {}

        /** Captured too long ago: under the retention in force it could not be kept any more. */
        record TooLate() implements Issued {}

        /** More than the policy lets one camera bring. */
        record TooMany(CameraBounds.Bound bound) implements Issued {}

        /** The city switched capture off. */
        record SwitchedOff() implements Issued {}
    }

    private final CachedPolicy policy;
    private final CameraBounds bounds;
    private final UploadUrls urls;
    private final Counters counters;
    private final Ulids ids;
    private final Clock clock;

    public IssueUploadUrls(
            CachedPolicy policy, CameraBounds bounds, UploadUrls urls, Counters counters, Ulids ids, Clock clock) {
        this.policy = policy;
        this.bounds = bounds;
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
        var issued = effective.capture() == CaptureSwitch.OFF
                ? Collections.<Issued>nCopies(requests.size(), new Issued.SwitchedOff())
                : judge(camera, requests, effective, now);
        count(issued, now);
        return issued;
    }

    /** Bound by bound, each for those that the bounds before it let through. Late frames count in the minute too. */
    private List<Issued> judge(Camera camera, List<UploadRequest> requests, EffectivePolicy effective, Instant now) {
        var cameraId = camera.cameraId();
        var timing = effective.timing();
        var issued = new TreeMap<Integer, Issued>();
        var open = new ArrayList<Integer>();
        for (var place = 0; place < requests.size(); place++) {
            if (isTooLate(requests.get(place), timing, now)) {
                issued.put(place, new Issued.TooLate());
            }
            open.add(place);
        }
        var inMinute = bounds.withinTheMinute(cameraId, requests.size(), effective, now);
        refuse(open, inMinute, CameraBounds.Bound.FRAMES_A_MINUTE, issued);
        open.removeAll(issued.keySet());
        if (!open.isEmpty()) {
            var asked = open.stream().map(requests::get).toList();
            var inDay = bounds.withinTheDay(cameraId, asked, effective, now);
            refuse(open, inDay, CameraBounds.Bound.BYTES_A_DAY, issued);
        }
        if (!open.isEmpty()) {
            var started = bounds.startOnTheirWay(cameraId, open.size(), effective, now);
            refuse(open, started, CameraBounds.Bound.OUTSTANDING, issued);
        }
        for (var place : open) {
            var key = new UploadKey(now, cameraId, ids.next());
            issued.put(place, new Issued.Url(urls.sign(key, requests.get(place), timing.urlLife())));
        }
        return List.copyOf(issued.values());
    }

    /** Refuses all but the first so many, and leaves these open. */
    private static void refuse(List<Integer> open, int within, CameraBounds.Bound bound, Map<Integer, Issued> issued) {
        var beyond = open.subList(Math.min(within, open.size()), open.size());
        beyond.forEach(place -> issued.putIfAbsent(place, new Issued.TooMany(bound)));
        beyond.clear();
    }

    private static boolean isTooLate(UploadRequest request, Timing timing, Instant now) {
        return !now.isBefore(request.facts().capturedAt().plus(timing.maxCaptureAge()));
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
