package passby.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Camera;
import passby.core.capture.CameraKey;
import passby.core.capture.Ownership;
import passby.core.capture.Position;
import passby.core.capture.Quarantine;
import passby.core.picture.Box;

/** Builds cameras; each {@code with} answers a new builder. A fixed one of the city's own, in service, unless told otherwise. */
public record ACamera(
        String cameraId,
        String zone,
        Position position,
        boolean mobile,
        @Nullable Instant retiredAt,
        @Nullable Instant suspendedSince,
        List<Box> captions,
        List<CameraKey> keys,
        int revision) {
    public static ACamera of(String cameraId) {
        return new ACamera(
                cameraId,
                TestData.ZONE,
                TestData.CORNER,
                false,
                null,
                null,
                List.of(),
                List.of(TestData.cameraKey("key-1")),
                1);
    }

    public ACamera withZone(String other) {
        return new ACamera(cameraId, other, position, mobile, retiredAt, suspendedSince, captions, keys, revision);
    }

    public ACamera withPosition(Position other) {
        return new ACamera(cameraId, zone, other, mobile, retiredAt, suspendedSince, captions, keys, revision);
    }

    public ACamera withMobile(boolean other) {
        return new ACamera(cameraId, zone, position, other, retiredAt, suspendedSince, captions, keys, revision);
    }

    public ACamera withRetiredAt(Instant other) {
        return new ACamera(cameraId, zone, position, mobile, other, suspendedSince, captions, keys, revision);
    }

    public ACamera withSuspendedSince(Instant other) {
        return new ACamera(cameraId, zone, position, mobile, retiredAt, other, captions, keys, revision);
    }

    public ACamera withCaptions(Box... others) {
        return new ACamera(
                cameraId, zone, position, mobile, retiredAt, suspendedSince, List.of(others), keys, revision);
    }

    public ACamera withKeys(CameraKey... others) {
        return new ACamera(
                cameraId, zone, position, mobile, retiredAt, suspendedSince, captions, List.of(others), revision);
    }

    public ACamera withRevision(int other) {
        return new ACamera(cameraId, zone, position, mobile, retiredAt, suspendedSince, captions, keys, other);
    }

    public Camera build() {
        return new Camera(
                cameraId,
                "Elm and Third, northbound",
                zone,
                position,
                90,
                mobile,
                "Springfield Police Department",
                "Resolution 12",
                TestData.NOW.minus(Duration.ofDays(300)),
                retiredAt,
                suspendedSince,
                Quarantine.NONE,
                captions,
                keys,
                revision,
                Ownership.CITY);
    }
}
