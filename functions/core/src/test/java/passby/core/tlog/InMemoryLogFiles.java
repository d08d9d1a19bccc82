package passby.core.tlog;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Tiles in memory, and a tree that was built into them. */
final class InMemoryLogFiles implements LogFiles {
    final Map<String, byte[]> files = new TreeMap<>();

    /** A tree of that many leaves, each the text of its number, with a checkpoint after every leaf. */
    static InMemoryLogFiles ofSize(int size) {
        var files = new InMemoryLogFiles();
        BiConsumer<Tile, byte[]> put = (tile, bytes) -> files.files.put(tile.path(), bytes);
        var builder = new TreeBuilder(put);
        for (var i = 0; i < size; i++) {
            builder.append(leaf(i));
            builder.partialTiles(i, put);
        }
        return files;
    }

    static Hash leaf(int i) {
        return TreeHash.leaf(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
