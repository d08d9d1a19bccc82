package passby.local.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.sealing.LogStore;

/**
 * A log's store that forgets full files, which sealing never reads again, and counts what is written: so a log of any size fits into
 * memory. For one thread.
 */
final class EdgeStore implements LogStore {
    private final Map<String, byte[]> files = new HashMap<>();
    private long puts;
    private long gets;
    private long bytes;
    private long bytesForGood;

    long puts() {
        return puts;
    }

    long gets() {
        return gets;
    }

    /** All that was ever written. */
    long bytes() {
        return bytes;
    }

    /** What stays: full tiles, full bundles, archived checkpoints. Partial files and batches go after a month. */
    long bytesForGood() {
        return bytesForGood;
    }

    /** Partial files and batches of what is sealed by now. */
    void forget() {
        var checkpoint = files.get(CHECKPOINT);
        var edge = new HashMap<String, byte[]>();
        files.forEach((path, content) -> {
            if (path.contains(".p/")) {
                edge.put(path, content);
            }
        });
        files.clear();
        files.putAll(edge);
        if (checkpoint != null) {
            files.put(CHECKPOINT, checkpoint);
        }
    }

    @Override
    public Optional<byte[]> find(String path) {
        gets++;
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public boolean create(String path, byte[] content) {
        puts++;
        bytes += content.length;
        if (path.startsWith("checkpoints/") || (path.startsWith("tile/") && !path.contains(".p/"))) {
            bytesForGood += content.length;
        }
        return files.putIfAbsent(path, content) == null;
    }

    @Override
    public boolean replaceCheckpoint(byte @Nullable [] expected, byte[] checkpoint) {
        puts++;
        files.put(CHECKPOINT, checkpoint);
        return true;
    }

    @Override
    public List<String> list(String prefix) {
        return new ArrayList<>(files.keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .sorted()
                .toList());
    }
}
