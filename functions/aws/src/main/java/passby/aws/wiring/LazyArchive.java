package passby.aws.wiring;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import passby.core.archive.Archive;

/** Makes its client at the first use: a function that rarely archives does not pay for it at each start. */
record LazyArchive(Supplier<? extends Archive> archive) implements Archive {
    @Override
    public void put(String name, String content) {
        archive.get().put(name, content);
    }

    @Override
    public Optional<String> find(String name) {
        return archive.get().find(name);
    }

    @Override
    public List<String> list(String prefix) {
        return archive.get().list(prefix);
    }
}
