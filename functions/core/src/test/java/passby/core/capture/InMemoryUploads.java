package passby.core.capture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import passby.core.picture.Jpeg;

/** The bucket of uploads in memory. */
public final class InMemoryUploads implements Uploads {
    private record Stored(Jpeg picture, @Nullable CaptureFacts facts) {}

    private final TreeMap<String, Stored> objects = new TreeMap<>();

    /** As a camera does with its URL. */
    public synchronized void put(String key, Jpeg picture, CaptureFacts facts) {
        objects.put(key, new Stored(picture, facts));
    }

    /** An object that no URL of ours was for. */
    public synchronized void putForeign(String key, Jpeg picture) {
        objects.put(key, new Stored(picture, null));
    }

    @Override
    public synchronized Optional<Upload> find(String key) {
        var stored = objects.get(key);
        return stored == null || stored.facts() == null
                ? Optional.empty()
                : Optional.of(
                        new Upload(stored.picture().length(), stored.picture().sha256(), stored.facts()));
    }

    @Override
    public synchronized void delete(String key) {
        objects.remove(key);
    }

    @Override
    public synchronized List<String> list(String prefix) {
        return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    public synchronized Set<String> keys() {
        return Set.copyOf(objects.keySet());
    }
}
