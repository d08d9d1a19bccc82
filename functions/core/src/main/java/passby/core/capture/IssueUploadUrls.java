package passby.core.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    private List<Issued> judge(Camera camera, List<UploadRequest> requests, EffectivePolicy effective, Instant now) {
        var timing = effective.timing();
        var asked = requests.stream()
                .map(request -> new CameraBounds.Asked(
                        request.length(),
                        Duration.between(now, request.facts().capturedAt()),
                        isTooLate(request, timing, now)))
                .toList();
        var beyond = bounds.judge(camera.cameraId(), asked, effective, now);
        var issued = new ArrayList<Issued>(requests.size());
        for (var place = 0; place < requests.size(); place++) {
            var bound = beyond.get(place);
            if (asked.get(place).late()) {
                issued.add(new Issued.TooLate());
            } else if (bound.isPresent()) {
                issued.add(new Issued.TooMany(bound.get()));
            } else {
                var key = new UploadKey(now, camera.cameraId(), ids.next());
                issued.add(new Issued.Url(urls.sign(key, requests.get(place), timing.urlLife())));
            }
        }
        return List.copyOf(issued);
    }

    private static boolean isTooLate(UploadRequest request, Timing timing, Instant now) {
        return !now.isBefore(request.facts().capturedAt().plus(timing.maxCaptureAge()));
    }

    private void count(List<Issued> issued, Instant now) {
        var granted = issued.stream().filter(Issued.Url.class::isInstance).count();
        var counts = new EnumMap<Count, Long>(Count.class);
        counts.put(Count.UPLOAD_URL_ISSUED, granted);
        counts.put(Count.UPLOAD_REFUSED, issued.size() - granted);
        counts.values().removeIf(amount -> amount == 0);
        if (!counts.isEmpty()) {
            counters.add(Map.copyOf(counts), now);
        }
    }
}
