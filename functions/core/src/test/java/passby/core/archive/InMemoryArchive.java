package passby.core.archive;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Files in memory. */
public final class InMemoryArchive implements Archive {
    private final ConcurrentSkipListMap<String, String> files = new ConcurrentSkipListMap<>();

    @Override
    public void put(String name, String content) {
        files.put(name, content);
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public List<String> list(String prefix) {
        return files.tailMap(prefix).keySet().stream()
                .takeWhile(name -> name.startsWith(prefix))
                .toList();
    }
}
