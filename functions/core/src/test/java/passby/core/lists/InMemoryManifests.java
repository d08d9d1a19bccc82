package passby.core.lists;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Manifests in memory. */
public final class InMemoryManifests implements Manifests {
    private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();

    @Override
    public void write(String name, Consumer<OutputStream> writer) {
        var bytes = new ByteArrayOutputStream();
        writer.accept(bytes);
        manifests.put(name, bytes.toByteArray());
    }

    @Override
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(manifests.get(name)).map(ByteArrayInputStream::new);
    }

    @Override
    public List<String> names(String source) {
        return manifests.keySet().stream()
                .filter(name -> name.startsWith(source + "/"))
                .toList();
    }

    @Override
    public void delete(String name) {
        manifests.remove(name);
    }

    public Set<String> names() {
        return Set.copyOf(manifests.keySet());
    }
}
