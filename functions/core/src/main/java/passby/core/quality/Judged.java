package passby.core.quality;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import passby.core.plate.IssuingState;
import passby.core.recognition.Engine;

/**
 * A plate that somebody judged, as it is counted: nothing in it says whose it is.
 *
 * @param cameraId who saw it
 * @param verdict what was said of it
 * @param state as it was read: two letters or {@code unknown}
 * @param hour of its capture, 0 to 23 in UTC
 * @param engine who read it, with its version
 */
public record Judged(String cameraId, Verdict verdict, String state, int hour, String engine) {
    /** What is said of an engine that nobody remembers. */
    public static final String NO_ENGINE = "unknown";

    /** What is said of a state that was not read. */
    public static final String NO_STATE = "unknown";

    public static Judged of(String cameraId, Verdict verdict, IssuingState state, Instant capturedAt, String engine) {
        return of(cameraId, verdict, state(state), capturedAt, engine);
    }

    public static Judged of(String cameraId, Verdict verdict, String state, Instant capturedAt, String engine) {
        return new Judged(
                cameraId, verdict, state, capturedAt.atOffset(ZoneOffset.UTC).getHour(), engine);
    }

    private static String state(IssuingState state) {
        return switch (state) {
            case IssuingState.Issued issued -> issued.code();
            case IssuingState.Unknown() -> NO_STATE;
        };
    }

    public static String engine(Engine engine) {
        return engine.name() + " " + engine.version();
    }

    /** Where it is counted. */
    public List<Part> parts() {
        return List.of(
                Part.ALL,
                new Part(Part.Kind.STATE, state),
                new Part(Part.Kind.HOUR, String.format(Locale.ROOT, "%02d", hour)),
                new Part(Part.Kind.ENGINE, engine));
    }
}
