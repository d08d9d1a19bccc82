package passby.aws.search;

import org.jspecify.annotations.Nullable;
import passby.aws.json.ColourJson;
import passby.aws.json.JsonObject;
import passby.core.read.Read;
import passby.core.search.SearchCameras.Described;
import passby.core.search.SearchCameras.SilentCamera;

/** A read as a search by camera answers it: where and when, and nothing of its plate. */
final class SeenReadJson {
    private static final String NOTICE =
            "A colour is a lead only. About one in six is told wrongly, and a vehicle whose colour was not told is"
                    + " not among these rows, so that its absence proves nothing.";

    private SeenReadJson() {}

    static JsonObject of(Read read) {
        return new JsonObject()
                .with("readId", read.readId())
                .with("capturedAt", read.capturedAt())
                .with("cameraId", read.cameraId())
                .with("latitude", read.position().latitude())
                .with("longitude", read.position().longitude())
                .with("heading", read.heading())
                .with("skewed", read.skewed())
                .with("colour", ColourJson.of(read.colour()));
    }

    /** The sentence goes with every answer, so that no screen can leave it out by not knowing it. */
    static @Nullable JsonObject of(@Nullable Described described) {
        return described == null
                ? null
                : new JsonObject()
                        .with("looked", described.looked())
                        .with("colourUntold", described.colourUntold())
                        .with("notice", NOTICE);
    }

    static JsonObject of(SilentCamera camera) {
        return new JsonObject()
                .with("cameraId", camera.cameraId())
                .with("retired", camera.retired())
                .with("suspended", camera.suspended());
    }
}
