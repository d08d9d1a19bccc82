package passby.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.stream.Stream;
import passby.local.camera.CameraImage;

/** What clients of the city write into their requests. */
final class Bodies {
    private Bodies() {}

    /** A camera's request for these. */
    static byte[] announcement(CameraImage... shots) {
        var body = JsonNodeFactory.instance.objectNode();
        var uploads = body.putArray("uploads");
        Stream.of(shots).forEach(shot -> uploads.add(shot.announcement()));
        return body.toString().getBytes(UTF_8);
    }

    /** A purpose with nothing missing. */
    static Map<String, Object> purpose() {
        return Map.of(
                "offenceCode", "240",
                "caseNumber", "26-000117",
                "narrative", "Looking for a stolen car that left Elm Street",
                "legalBasis", "reasonable-suspicion",
                "onBehalfOf", "self",
                "outsideAssignment", "none");
    }
}
