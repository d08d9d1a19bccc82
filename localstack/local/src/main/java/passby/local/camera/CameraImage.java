package passby.local.camera;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A picture that a camera took, and what it knows of the moment. */
public final class CameraImage {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final byte[] jpeg;
    private final Facts facts;

    /**
     * What a camera tells besides the picture.
     *
     * @param latitude degrees, or null where the camera stands where it is registered; longitude and heading likewise
     * @param heading degrees clockwise from north that the camera looks to
     * @param passId the camera's own name for a vehicle's passage, shared by the pictures of that passage
     * @param sequence counts the pictures of one passage from 1
     */
    public record Facts(
            Instant capturedAt,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Integer heading,
            @Nullable String passId,
            int sequence) {
        /** Of a camera that stands where it is registered. */
        public static Facts inPlace(Instant capturedAt, @Nullable String passId) {
            return new Facts(capturedAt, null, null, null, passId, 0);
        }

        /** Adds them to an element of a request; what the camera does not tell is left out. */
        public void addTo(ObjectNode node) {
            node.put("capturedAt", MILLISECONDS.format(capturedAt));
            if (latitude != null && longitude != null) {
                node.put("latitude", latitude);
                node.put("longitude", longitude);
            }
            if (heading != null) {
                node.put("heading", heading);
            }
            if (passId != null) {
                node.put("passId", passId);
            }
            node.put("sequence", sequence);
        }
    }

    public CameraImage(byte[] jpeg, Facts facts) {
        this.jpeg = jpeg.clone();
        this.facts = facts;
    }

    byte[] jpeg() {
        return jpeg.clone();
    }

    /** One element of {@code uploads} in the request of {@code POST /v1/uploads}. */
    public ObjectNode announcement() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("contentType", "image/jpeg");
        node.put("contentLength", jpeg.length);
        node.put("sha256", HexFormat.of().formatHex(CameraTokenMaker.sha256(jpeg)));
        facts.addTo(node);
        return node;
    }
}
