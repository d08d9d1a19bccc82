package passby.core.capture;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a camera says of a frame. Travels as signed metadata of the object, so that nobody on the way can change it.
 *
 * @param capturedAt by the camera's clock, to the millisecond: finer parts are cut, because keys hold no more
 * @param position where, or null for where the camera is registered
 * @param heading whereto, degrees 0 to 359, or null for as registered
 * @param pass the camera's own id of the pass, 1 to 40 letters, digits and _, or null: then the frame is a pass of its own
 * @param sequence of the frame in its pass, 0 upwards
 */
public record CaptureFacts(
        Instant capturedAt,
        @Nullable Position position,
        @Nullable Integer heading,
        @Nullable String pass,
        int sequence) {
    /** Without a hyphen: a camera's id may hold some, so the last one of a pass id must be the one between the two. */
    public static final Pattern PASS = Pattern.compile("[A-Za-z0-9_]{1,40}");

    public CaptureFacts {
        capturedAt = capturedAt.truncatedTo(ChronoUnit.MILLIS);
        if (pass != null && !PASS.matcher(pass).matches()) {
            throw new IllegalArgumentException("not a camera's id of a pass");
        }
    }

    /** A fixed camera is where it was registered, whatever it says: nobody moves it with a message. */
    public Position positionFor(Camera camera) {
        return position == null || !camera.mobile() ? camera.position() : position;
    }

    public int headingFor(Camera camera) {
        return heading == null || !camera.mobile() ? camera.heading() : heading;
    }

    /**
     * {@code <cameraId>-<the camera's own id>}, or {@code <cameraId>-<uploadId>} where it sent none. No two cameras share
     * one.
     */
    public String passId(String cameraId, String uploadId) {
        return cameraId + "-" + Optional.ofNullable(pass).orElse(uploadId);
    }
}
