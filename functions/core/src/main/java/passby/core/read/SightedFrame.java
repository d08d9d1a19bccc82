package passby.core.read;

import java.time.Duration;
import java.time.Instant;
import passby.core.capture.Camera;
import passby.core.capture.CaptureFacts;
import passby.core.capture.Position;
import passby.core.capture.Upload;
import passby.core.capture.UploadKey;
import passby.core.hit.Pass;
import passby.core.recognition.Engine;

/** A frame in which plates were seen, with all that is known of it. */
record SightedFrame(UploadKey key, Upload upload, Camera camera, Instant receivedAt, Engine engine) {
    CaptureFacts facts() {
        return upload.facts();
    }

    Position position() {
        return facts().positionFor(camera);
    }

    int heading() {
        return facts().headingFor(camera);
    }

    String passId() {
        return facts().passId(camera.cameraId(), key.uploadId());
    }

    /** @param life of a pass that the camera named */
    Pass pass(Duration life) {
        return new Pass(passId(), facts().pass() != null, facts().capturedAt(), life);
    }

    String readId(int rank) {
        return key.uploadId() + "-" + rank;
    }

    /** A capture after its own receipt: the camera's clock runs ahead. One that lies back may be an hour offline. */
    boolean isSkewed(Duration limit) {
        return facts().capturedAt().isAfter(receivedAt.plus(limit));
    }
}
