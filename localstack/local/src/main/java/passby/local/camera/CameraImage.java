package passby.local.camera;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** A picture that a camera took, and what it knows of the moment. */
public final class CameraImage {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final byte[] jpeg;
    private final Facts facts;

    /**
     * What a camera tells besides the picture.
     *
     * @param heading degrees clockwise from north that the camera looks to
     * @param passId the camera's own name for a vehicle's passage, shared by the pictures of that passage
     * @param sequence counts the pictures of one passage from 1
     */
    public record Facts(
            Instant capturedAt, double latitude, double longitude, int heading, String passId, int sequence) {}

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
        node.put("capturedAt", MILLISECONDS.format(facts.capturedAt()));
        node.put("latitude", facts.latitude());
        node.put("longitude", facts.longitude());
        node.put("heading", facts.heading());
        node.put("passId", facts.passId());
        node.put("sequence", facts.sequence());
        return node;
    }
}
