package passby.aws.capture;

import java.util.Map;
import java.util.TreeMap;
import passby.aws.json.JsonObject;
import passby.core.capture.Camera;
import passby.core.capture.CameraKey;
import passby.core.capture.ManageCameras;
import passby.core.picture.Box;

/** A camera of the registry as clients see it. */
final class CameraJson {
    private CameraJson() {}

    static JsonObject of(Camera camera) {
        return new JsonObject()
                .with("cameraId", camera.cameraId())
                .with("name", camera.name())
                .with("zone", camera.zone())
                .with("latitude", camera.position().latitude())
                .with("longitude", camera.position().longitude())
                .with("heading", camera.heading())
                .with("mobile", camera.mobile())
                .with("owner", camera.owner())
                .with("ownership", camera.ownership().code())
                .with("approval", camera.approval())
                .with("installedAt", camera.installedAt())
                .with("retiredAt", camera.retiredAt())
                .with("suspendedSince", camera.suspendedSince())
                .with("quarantinedSince", camera.quarantine().since())
                .with("quarantineClearedAt", camera.quarantine().clearedAt())
                .with("captions", camera.captions().stream().map(CameraJson::of).toList())
                .with("keys", camera.keys().stream().map(CameraJson::of).toList())
                .with("revision", camera.revision());
    }

    /** As the registry lists it, with what is measured of its clock and its lens. */
    static JsonObject seen(ManageCameras.Seen seen) {
        var skew = seen.skew();
        var excluded = seen.excluded();
        return of(seen.camera())
                .with("clockSkewMillis", skew == null ? null : skew.toMillis())
                .with("illegibleToday", counts(seen.illegibleToday()))
                .with("illegibleYesterday", counts(seen.illegibleYesterday()))
                .with("lastFrameAt", seen.lastFrameAt())
                .with("health", seen.health().code())
                .with("excludedZone", excluded == null ? null : excluded.code());
    }

    private static JsonObject counts(Map<String, Long> counts) {
        var json = new JsonObject();
        new TreeMap<>(counts).forEach(json::with);
        return json;
    }

    private static JsonObject of(Box zone) {
        return new JsonObject()
                .with("left", zone.left())
                .with("top", zone.top())
                .with("width", zone.width())
                .with("height", zone.height());
    }

    private static JsonObject of(CameraKey key) {
        return new JsonObject()
                .with("kid", key.kid())
                .with("publicKey", key.publicKey())
                .with("addedAt", key.addedAt());
    }
}
