package passby.core.read;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import passby.core.capture.InMemoryUploads;
import passby.core.capture.UploadKey;
import passby.core.picture.Jpeg;

/** Reads of cameras in memory, as objects of the bucket of uploads. */
public final class InMemoryPostedReads implements PostedReads {
    private final InMemoryUploads uploads;
    private final Map<String, PostedRead> reads = new ConcurrentHashMap<>();

    public InMemoryPostedReads(InMemoryUploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public void put(UploadKey key, PostedRead read) {
        reads.put(key.format(), read);
        uploads.put(key.format(), new Jpeg(key.uploadId().getBytes(StandardCharsets.UTF_8)), read.facts());
    }

    /** The object may be deleted meanwhile. */
    @Override
    public Optional<PostedRead> find(UploadKey key) {
        return Optional.ofNullable(reads.get(key.format()))
                .filter(read -> uploads.keys().contains(key.format()));
    }
}
