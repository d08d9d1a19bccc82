package passby.aws.search;

import passby.aws.json.JsonObject;
import passby.core.read.Read;
import passby.core.search.SearchCameras.SilentCamera;

/** A read as a search by camera answers it: where and when, and nothing of its plate. */
final class SeenReadJson {
    private SeenReadJson() {}

    static JsonObject of(Read read) {
        return new JsonObject()
                .with("readId", read.readId())
                .with("capturedAt", read.capturedAt())
                .with("cameraId", read.cameraId())
                .with("latitude", read.position().latitude())
                .with("longitude", read.position().longitude())
                .with("heading", read.heading())
                .with("skewed", read.skewed());
    }

    static JsonObject of(SilentCamera camera) {
        return new JsonObject()
                .with("cameraId", camera.cameraId())
                .with("retired", camera.retired())
                .with("suspended", camera.suspended());
    }
}
