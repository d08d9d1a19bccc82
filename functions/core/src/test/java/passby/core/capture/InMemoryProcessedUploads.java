package passby.core.capture;

import java.util.HashSet;
import java.util.Set;

/** Processed uploads in memory. */
public final class InMemoryProcessedUploads implements ProcessedUploads {
    private final Set<String> ids = new HashSet<>();

    @Override
    public synchronized boolean contains(UploadKey upload) {
        return ids.contains(upload.uploadId());
    }

    @Override
    public synchronized void add(UploadKey upload) {
        ids.add(upload.uploadId());
    }
}
