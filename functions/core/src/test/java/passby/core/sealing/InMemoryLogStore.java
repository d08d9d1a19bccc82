package passby.core.sealing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** {@link LogStore} in memory; its files can be tampered with. */
public final class InMemoryLogStore implements LogStore {
    private final ConcurrentSkipListMap<String, byte[]> files = new ConcurrentSkipListMap<>();

    /** The files themselves, by path. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** Changes one bit of a file. */
    public void flip(String path, int at) {
        Objects.requireNonNull(files.get(path), path)[at] ^= 1;
    }

    @Override
    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    @Override
    public boolean create(String path, byte[] content) {
        return files.putIfAbsent(path, content.clone()) == null;
    }

    @Override
    public synchronized boolean replaceCheckpoint(byte @Nullable [] expected, byte[] checkpoint) {
        if (!Arrays.equals(files.get(CHECKPOINT), expected)) {
            return false;
        }
        files.put(CHECKPOINT, checkpoint.clone());
        return true;
    }

    @Override
    public List<String> list(String prefix) {
        return files.tailMap(prefix).keySet().stream()
                .takeWhile(path -> path.startsWith(prefix))
                .toList();
    }
}
