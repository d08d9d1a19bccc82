package passby.core.read;

import java.time.Duration;
import java.time.Instant;
import passby.core.capture.Camera;
import passby.core.capture.CaptureFacts;
import passby.core.capture.Position;
import passby.core.capture.Upload;
import passby.core.capture.UploadKey;
import passby.core.recognition.Engine;

/** A frame in which plates were seen, with all that is known of it. */
record SightedFrame(UploadKey key, Upload upload, Camera camera, Instant receivedAt, Engine engine) {
    CaptureFacts facts() {
        return upload.facts();
    }

    Position position() {
        return facts().positionOr(camera.position());
    }

    int heading() {
        return facts().headingOr(camera.heading());
    }

    String passId() {
        return facts().passId(camera.cameraId(), key.uploadId());
    }

    String readId(int rank) {
        return key.uploadId() + "-" + rank;
    }

    /** A capture after its own receipt: the camera's clock runs ahead. One that lies back may be an hour offline. */
    boolean isSkewed(Duration limit) {
        return facts().capturedAt().isAfter(receivedAt.plus(limit));
    }
}
