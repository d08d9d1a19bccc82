package passby.core.lists;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import passby.core.id.Digests;

/** Files of lists in memory. */
public final class InMemoryFeedFiles implements FeedFiles {
    private record Stored(FeedFile file, @Nullable FeedSignature signature, Instant received) {}

    private final Map<String, Stored> files = new ConcurrentHashMap<>();
    private int open;

    /** @return the hash that names it */
    public String send(String source, byte[] bytes, @Nullable FeedSignature signature, Instant received) {
        var sha256 = HexFormat.of().formatHex(Digests.sha256(bytes));
        files.put(source + "/" + sha256, new Stored(() -> new ByteArrayInputStream(bytes), signature, received));
        return sha256;
    }

    @Override
    public Optional<ReceivedFile> fetch(String source, String sha256) {
        return Optional.ofNullable(files.get(source + "/" + sha256)).map(stored -> {
            open++;
            return new ReceivedFile(stored.file(), stored.signature(), stored.received(), "bucket", () -> open--);
        });
    }

    @Override
    public void delete(String source, String sha256) {
        files.remove(source + "/" + sha256);
    }

    /** How many were brought here and not closed. */
    public int open() {
        return open;
    }
}
