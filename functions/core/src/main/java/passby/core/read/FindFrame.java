package passby.core.read;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.capture.ProcessedUploads;
import passby.core.capture.Upload;
import passby.core.capture.UploadKey;
import passby.core.capture.Uploads;

/**
 * Looks up, side by side, what is known of a frame before anybody looks at its picture. A frame that left rows behind is known by
 * them; one that left nothing is known by its mark.
 */
public final class FindFrame {
    /**
     * What is known of a frame.
     *
     * @param stored what an earlier delivery stored of it, or null
     * @param marked an earlier delivery came to its end and stored nothing
     * @param upload the object, or null if it is not there or carries none of our metadata
     * @param camera that its key names, or null
     */
    record Found(
            @Nullable Frame stored,
            boolean marked,
            @Nullable Upload upload,
            @Nullable Camera camera) {
        boolean isProcessed() {
            return marked || stored != null;
        }

        /** An earlier delivery raised hits, and may have died before their alerts went out. */
        boolean mayHavePendingAlerts() {
            return stored != null && !stored.hits().isEmpty();
        }
    }

    private final Frames frames;
    private final ProcessedUploads marks;
    private final Uploads uploads;
    private final Cameras cameras;
    private final Executor threads;

    public FindFrame(Frames frames, ProcessedUploads marks, Uploads uploads, Cameras cameras, Executor threads) {
        this.frames = frames;
        this.marks = marks;
        this.uploads = uploads;
        this.cameras = cameras;
        this.threads = threads;
    }

    Found handle(UploadKey key) {
        var calls = new Calls(threads);
        var stored = calls.start(() -> frames.find(key.uploadId()));
        var marked = calls.start(() -> marks.contains(key));
        var upload = calls.start(() -> uploads.find(key.format()));
        var camera = calls.start(() -> cameras.find(key.cameraId()));
        calls.await();
        return new Found(
                stored.get().orElse(null),
                marked.get(),
                upload.get().orElse(null),
                camera.get().orElse(null));
    }
}
