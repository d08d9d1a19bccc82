package passby.core.capture;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a camera says of a frame. Travels as signed metadata of the object, so that nobody on the way can change it.
 *
 * @param capturedAt by the camera's clock, to the millisecond: finer parts are cut, because keys hold no more
 * @param position where, or null for where the camera is registered
 * @param heading whereto, degrees 0 to 359, or null for as registered
 * @param pass the camera's own id of the pass, or null: then the frame is a pass of its own
 * @param sequence of the frame in its pass, 0 upwards
 */
public record CaptureFacts(
        Instant capturedAt,
        @Nullable Position position,
        @Nullable Integer heading,
        @Nullable String pass,
        int sequence) {
    public CaptureFacts {
        capturedAt = capturedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public Position positionOr(Position registered) {
        return position == null ? registered : position;
    }

    public int headingOr(int registered) {
        return heading == null ? registered : heading;
    }

    /** {@code <cameraId>-<the camera's own id>}, or {@code <cameraId>-<uploadId>} where it sent none. */
    public String passId(String cameraId, String uploadId) {
        return cameraId + "-" + Optional.ofNullable(pass).orElse(uploadId);
    }
}
