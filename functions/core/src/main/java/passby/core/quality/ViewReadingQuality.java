package passby.core.quality;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Clock;
import java.time.Duration;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.request.Authorizer;
import passby.core.request.Result;

/** Shows how often plates were misread in the last four weeks, without a plate. */
public final class ViewReadingQuality {
    private final Authorizer authorizer;
    private final Cameras cameras;
    private final ReadingCounts counts;
    private final Clock clock;

    public ViewReadingQuality(Authorizer authorizer, Cameras cameras, ReadingCounts counts, Clock clock) {
        this.authorizer = authorizer;
        this.cameras = cameras;
        this.counts = counts;
        this.clock = clock;
    }

    public Result<ReadingQuality> handle(Caller caller) {
        return authorizer.handle(Action.VIEW_READING_QUALITY, EntryType.READING_QUALITY_VIEWED, caller, request -> {
            var all = cameras.all();
            var to = clock.instant().truncatedTo(DAYS).plus(Duration.ofDays(1));
            var from = to.minus(Duration.ofDays(ReadingCounts.DAYS));
            var judged =
                    counts.ofDays(from, to, all.stream().map(Camera::cameraId).toList());
            var rules = request.policy().readers();
            var city = judged.values().stream().reduce(JudgedPlates.NONE, JudgedPlates::plus);
            var ofCameras = all.stream()
                    .map(camera -> new ReadingQuality.OfCamera(
                            camera,
                            ReadingQuality.Judgement.of(
                                    judged.getOrDefault(camera.cameraId(), JudgedPlates.NONE), rules)))
                    .toList();
            return request.about(Field.RESULT_COUNT, String.valueOf(all.size()))
                    .answer(new ReadingQuality(from, to, rules, ReadingQuality.Judgement.of(city, rules), ofCameras));
        });
    }
}
