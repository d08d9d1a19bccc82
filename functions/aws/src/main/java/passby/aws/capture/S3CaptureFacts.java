package passby.aws.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import passby.core.capture.CaptureFacts;
import passby.core.capture.Position;

/** Capture facts as user metadata of an S3 object. S3 puts {@code x-amz-meta-} in front of each name. */
final class S3CaptureFacts {
    private static final String CAPTURED_AT = "captured-at";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final String HEADING = "heading";
    private static final String PASS = "pass";
    private static final String SEQUENCE = "sequence";

    private S3CaptureFacts() {}

    static Map<String, String> write(CaptureFacts facts) {
        var metadata = new TreeMap<String, String>();
        metadata.put(CAPTURED_AT, facts.capturedAt().toString());
        metadata.put(SEQUENCE, Integer.toString(facts.sequence()));
        var position = facts.position();
        if (position != null) {
            metadata.put(LATITUDE, Double.toString(position.latitude()));
            metadata.put(LONGITUDE, Double.toString(position.longitude()));
        }
        var heading = facts.heading();
        if (heading != null) {
            metadata.put(HEADING, heading.toString());
        }
        var pass = facts.pass();
        if (pass != null) {
            metadata.put(PASS, pass);
        }
        return metadata;
    }

    /** Empty for whatever {@link #write} never writes: other names, a fact left out, another way to write a number. */
    static Optional<CaptureFacts> read(Map<String, String> metadata) {
        var capturedAt = metadata.get(CAPTURED_AT);
        var sequence = metadata.get(SEQUENCE);
        if (capturedAt == null || sequence == null) {
            return Optional.empty();
        }
        try {
            var facts = new CaptureFacts(
                    Instant.parse(capturedAt),
                    position(metadata.get(LATITUDE), metadata.get(LONGITUDE)),
                    heading(metadata.get(HEADING)),
                    metadata.get(PASS),
                    Integer.parseInt(sequence));
            return write(facts).equals(metadata) ? Optional.of(facts) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Position position(@Nullable String latitude, @Nullable String longitude) {
        return latitude == null || longitude == null
                ? null
                : new Position(Double.parseDouble(latitude), Double.parseDouble(longitude));
    }

    private static @Nullable Integer heading(@Nullable String heading) {
        return heading == null ? null : Integer.valueOf(heading);
    }
}
