package passby.local.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import passby.core.note.NoteSigner;
import passby.core.sealing.LogStore;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.Tile;
import passby.core.tlog.TreeBuilder;
import passby.core.tlog.TreeHash;

/**
 * A log of any size in seconds: its tree is built of the hashes of the same entries again and again, and of its files only those are
 * written that a sealer reads, the right edge and the checkpoint. To the sealer it is as good as one that grew for years.
 */
final class LargeLog {
    private LargeLog() {}

    static EdgeStore of(long size, List<byte[]> leaves, NoteSigner key, Instant time) {
        var store = new EdgeStore();
        var hashes = leaves.stream().map(TreeHash::leaf).toList();
        var tree = new TreeBuilder((tile, content) -> {});
        for (var i = 0L; i < size; i++) {
            tree.append(hashes.get((int) (i % hashes.size())));
        }
        tree.partialTiles(0, (tile, content) -> store.create(tile.path(), content));
        var width = (int) (size % Tile.WIDTH);
        if (width > 0) {
            var tail = new ArrayList<byte[]>();
            for (var i = size - width; i < size; i++) {
                tail.add(leaves.get((int) (i % leaves.size())));
            }
            store.create(new Tile(Tile.ENTRIES, size / Tile.WIDTH, width).path(), EntryBundle.encode(tail));
        }
        var checkpoint = new Checkpoint(key.verifierKey().name(), size, tree.root(), time);
        store.replaceCheckpoint(
                store.find(LogStore.CHECKPOINT).orElse(null),
                key.signed(checkpoint.text()).bytes());
        return store;
    }
}
