package passby.core.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The bucket of crops in memory. */
public final class InMemoryPictures implements Pictures {
    private final Map<String, Jpeg> pictures = new ConcurrentHashMap<>();

    @Override
    public void put(String key, Jpeg picture) {
        pictures.put(key, picture);
    }

    @Override
    public Optional<Jpeg> find(String key) {
        return Optional.ofNullable(pictures.get(key));
    }

    @Override
    public void delete(String key) {
        pictures.remove(key);
    }

    public List<String> list(String prefix) {
        return pictures.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    public Set<String> keys() {
        return Set.copyOf(pictures.keySet());
    }
}
