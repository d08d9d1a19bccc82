package passby.core.sealing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.ledger.Entry;
import passby.core.note.MalformedException;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.Hash;
import passby.core.tlog.Tile;
import passby.core.tlog.Tree;
import passby.core.tlog.TreeBuilder;
import passby.core.tlog.TreeHash;

/** The log while batches are added to it: its right edge in memory, its files in the store. */
final class OpenLog {
    private final LogStore store;
    private final Map<Tile, byte[]> full = new LinkedHashMap<>();
    private final TreeBuilder tree;

    /** Entries of the last bundle, as long as it is not full. */
    private final List<byte[]> tail;

    private OpenLog(LogStore store, long size, Hash root) {
        this.store = store;
        try {
            tree = TreeBuilder.resume(size, store, full::put);
            if (!tree.root().equals(root)) {
                throw new LogConflictException("the tiles do not lead to the checkpoint's root");
            }
            tail = new ArrayList<>(tail(size));
        } catch (MalformedException e) {
            throw new LogConflictException("the log cannot be taken up: " + e.getMessage());
        }
    }

    /** Takes up the log where that checkpoint left it. */
    static OpenLog at(LogStore store, Optional<Head> head) {
        return head.map(Head::checkpoint)
                .map(checkpoint -> new OpenLog(store, checkpoint.size(), checkpoint.root()))
                .orElseGet(() -> new OpenLog(store, 0, TreeHash.EMPTY));
    }

    long size() {
        return tree.size();
    }

    Hash root() {
        return tree.root();
    }

    /** Whether that entry stands there, to the letter. */
    boolean holds(long position, byte[] canonical) {
        return position >= 0
                && position < size()
                && Arrays.equals(
                        bundle(Tile.holding(Tile.ENTRIES, position, size())).get((int) (position % Tile.WIDTH)),
                        canonical);
    }

    /** The batch that was decided for the end of the log, if there is one. */
    Optional<Batch> decided() {
        return store.find(Batch.path(size())).map(bytes -> Batch.parse(size(), bytes));
    }

    /** Decides the batch for the end of the log. @return false when another sealer was faster */
    boolean decide(Batch batch) {
        return store.create(Batch.path(batch.first()), batch.bytes());
    }

    /** Writes the bundles and tiles of a decided batch: the same files however often, and by whomever. */
    void integrate(Batch batch) {
        var before = size();
        for (var leaf : batch.leaves()) {
            tail.add(leaf);
            tree.append(TreeHash.leaf(leaf));
            if (tail.size() == Tile.WIDTH) {
                create(Tile.full(Tile.ENTRIES, tree.size() / Tile.WIDTH - 1), EntryBundle.encode(tail));
                tail.clear();
            }
        }
        if (!tail.isEmpty()) {
            create(new Tile(Tile.ENTRIES, tree.size() / Tile.WIDTH, tail.size()), EntryBundle.encode(tail));
        }
        full.forEach(this::create);
        full.clear();
        tree.partialTiles(before, this::create);
    }

    private void create(Tile tile, byte[] content) {
        if (!store.create(tile.path(), content)
                && !Arrays.equals(content, store.find(tile.path()).orElseThrow())) {
            throw new LogConflictException(tile.path() + " holds other content");
        }
    }

    private List<byte[]> tail(long size) {
        var width = (int) (size % Tile.WIDTH);
        if (width == 0) {
            return List.of();
        }
        var partial = new Tile(Tile.ENTRIES, size / Tile.WIDTH, width);
        var entries = bundle(partial);
        var leaves = new Tree(size, store);
        for (var i = 0; i < width; i++) {
            if (!TreeHash.leaf(entries.get(i)).equals(leaves.leaf(size - width + i))) {
                throw new LogConflictException(partial.path() + " does not hold what was sealed");
            }
        }
        return entries.subList(0, width);
    }

    private List<byte[]> bundle(Tile partial) {
        var found = store.find(partial.path());
        var tile = found.isPresent() ? partial : partial.filled();
        var bytes = found.or(() -> store.find(tile.path()))
                .orElseThrow(() -> new LogConflictException(partial.path() + " is missing"));
        return EntryBundle.parse(bytes, tile.width(), Entry.MAX_BYTES);
    }
}
