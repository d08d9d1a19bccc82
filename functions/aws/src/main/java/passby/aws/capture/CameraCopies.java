package passby.aws.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import passby.core.capture.Camera;

/**
 * Cameras as they were a moment ago, by which a token that no key of the camera signed is refused without a look at the store: whoever
 * knows a camera's id would else cost a strong read with each call. Nobody is let in by them. They hold the city's cameras at most, because
 * an id that nobody has is not kept.
 */
final class CameraCopies {
    /** As long as a policy may be old. */
    static final Duration LIFE = Duration.ofSeconds(30);

    /** Looks at the store during the life of a copy for keys that it does not know: a new key counts at once. */
    static final int LOOKS = 5;

    private record Copy(Camera camera, Instant readAt, int looks) {
        boolean isFresh(Instant now) {
            return now.isBefore(readAt.plus(LIFE));
        }
    }

    private final Map<String, Copy> copies = new ConcurrentHashMap<>();

    /** Whether the copy is enough to tell that no key of the camera signed the token. */
    boolean refuse(CameraToken token, Instant now) {
        var copy = copies.get(token.cameraId());
        if (copy == null || !copy.isFresh(now)) {
            return false;
        }
        return copy.camera().key(token.kid()).map(key -> !token.isSignedBy(key)).orElseGet(() -> copy.looks() >= LOOKS);
    }

    /** Remembers what a look found; a look for a key that was not there is counted. */
    void keep(Camera camera, String kid, Instant now) {
        copies.merge(
                camera.cameraId(),
                new Copy(camera, now, 0),
                (before, fresh) -> camera.key(kid).isEmpty() && before.isFresh(now)
                        ? new Copy(camera, before.readAt(), before.looks() + 1)
                        : fresh);
    }
}
