package passby.core.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.capture.Camera;

/**
 * A place in the random sample of a camera's day. As text {@code 20261128-2-elm-street}.
 *
 * @param day of UTC on which the read was stored
 * @param place from 0
 * @param cameraId who saw it
 */
public record SampleId(LocalDate day, int place, String cameraId) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern FORM = Pattern.compile("(\\d{8})-(\\d)-(" + Camera.ID.pattern() + ")");

    public String format() {
        return DAY.format(day) + "-" + place + "-" + cameraId;
    }

    /** Empty for anything that {@link #format} does not write. */
    public static Optional<SampleId> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SampleId(
                    LocalDate.parse(parts.group(1), DAY), Integer.parseInt(parts.group(2)), parts.group(3)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
