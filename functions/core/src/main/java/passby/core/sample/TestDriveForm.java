package passby.core.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import passby.core.capture.Camera;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.plate.IssuingState;
import passby.core.quality.Judged;

/**
 * The body of a test drive: the camera, and each time that a known car passed it. No plate stands in it.
 *
 * @param cameraId who saw the cars
 * @param passes at least one
 */
record TestDriveForm(String cameraId, List<Judged> passes) {
    /** The most passes of one request. */
    static final int MOST = 500;

    /** How long after a drive it may be entered. */
    private static final Duration LATEST = Duration.ofDays(7);

    private static final Pattern ENGINE = Pattern.compile("[A-Za-z0-9+._-]{1,60} [A-Za-z0-9+._-]{1,60}");

    static Checked<TestDriveForm> parse(Form body, Instant now) {
        var cameraId = body.string("cameraId", Camera.ID, "3 to 32 characters a-z, 0-9 and hyphen");
        var passes = new ArrayList<Judged>();
        for (var pass : body.forms("passes", MOST)) {
            var capturedAt = pass.instant("capturedAt");
            if (pass.isValid("capturedAt") && (capturedAt.isAfter(now) || capturedAt.isBefore(now.minus(LATEST)))) {
                pass.reject("capturedAt", "out-of-range", "within the last seven days");
            }
            var label = pass.code("label", Label::parse, Label.WORDS);
            var state = pass.optionalString("state", 2);
            if (state.isPresent() && !IssuingState.CODE.matcher(state.get()).matches()) {
                pass.reject("state", "malformed", "two letters A-Z");
            }
            var engine = pass.string("engine", ENGINE, "name and version, as a read has them");
            label.ifPresent(said ->
                    passes.add(Judged.of(cameraId, said.verdict(), state.orElse(Judged.NO_STATE), capturedAt, engine)));
        }
        return body.checked(() -> new TestDriveForm(cameraId, List.copyOf(passes)));
    }
}
