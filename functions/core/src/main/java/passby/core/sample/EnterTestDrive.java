package passby.core.sample;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import passby.core.capture.Cameras;
import passby.core.form.Form;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.quality.ReadingCounts;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;

/**
 * Enters a labelled test drive in place of the random sample, where nothing is stored to draw from: known cars passed a camera, and
 * somebody compared what was read with their plates. Where reads are stored it is refused, because whoever chooses the cars chooses the
 * rate.
 */
public final class EnterTestDrive {
    private static final String STORED = "Reads are stored in this city: its random sample is labelled instead.";

    private final Authorizer authorizer;
    private final Cameras cameras;
    private final ReadingCounts counts;
    private final Clock clock;

    public EnterTestDrive(Authorizer authorizer, Cameras cameras, ReadingCounts counts, Clock clock) {
        this.authorizer = authorizer;
        this.cameras = cameras;
        this.counts = counts;
        this.clock = clock;
    }

    /** @return how many passes were counted */
    public Result<Integer> handle(Caller caller, Form body) {
        return authorizer.handle(
                Action.ENTER_TEST_DRIVE,
                EntryType.TEST_DRIVE_ENTERED,
                caller,
                request -> request.check(TestDriveForm.parse(body, clock.instant()), drive -> enter(request, drive)));
    }

    private Result<Integer> enter(AuthorizedRequest request, TestDriveForm drive) {
        var about = request.about(Map.of(Field.CAMERAS, drive.cameraId(), Field.COUNTS, counts(drive)));
        if (!request.policy().nonHitRetention().isFlush()) {
            return about.refuse(new Refusal.Conflict(STORED));
        }
        if (cameras.find(drive.cameraId()).isEmpty()) {
            return about.notFound();
        }
        var entered = about.answer(drive.passes().size());
        counts.add(drive.passes(), clock.instant());
        return entered;
    }

    private static String counts(TestDriveForm drive) {
        var verdicts = new TreeMap<String, Object>();
        drive.passes()
                .forEach(pass -> verdicts.merge(pass.verdict().code(), 1L, (one, other) -> (Long) one + (Long) other));
        return CanonicalJson.write(verdicts);
    }
}
