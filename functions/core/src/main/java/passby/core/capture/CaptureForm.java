package passby.core.capture;

import org.jspecify.annotations.Nullable;
import passby.core.form.Form;

/** What a camera says of a capture, in the body of a request. */
public final class CaptureForm {
    private static final int MAX_SEQUENCE = 9999;

    private CaptureForm() {}

    /** The members {@code capturedAt}, {@code latitude} and so on. */
    public static CaptureFacts facts(Form form) {
        var capturedAt = form.instant("capturedAt");
        var latitude = form.optionalDecimal("latitude", -90, 90);
        var longitude = form.optionalDecimal("longitude", -180, 180);
        if (latitude.isPresent() != longitude.isPresent()) {
            form.reject(latitude.isPresent() ? "longitude" : "latitude", "missing", "a position has both");
        }
        var heading = form.optionalLong("heading", 0, 359);
        var pass = form.optionalString("passId", 40)
                .filter(id -> CaptureFacts.PASS.matcher(id).matches()
                        || form.reject("passId", "malformed", "1 to 40 letters, digits and _"));
        var sequence = form.optionalLong("sequence", 0, MAX_SEQUENCE);
        return new CaptureFacts(
                capturedAt,
                position(latitude.orElse(null), longitude.orElse(null)),
                heading.map(Long::intValue).orElse(null),
                pass.orElse(null),
                sequence.orElse(0L).intValue());
    }

    private static @Nullable Position position(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : new Position(latitude, longitude);
    }
}
