package passby.core.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import passby.core.note.MalformedException;

/**
 * Grows a tree leaf by leaf. Remembers its right edge alone, at most 255 hashes a level of tiles, so that growing costs what is
 * added and not what is there already. Not safe for several threads.
 */
public final class TreeBuilder {
    private static final int MAX_HEIGHT = 63;

    private final @Nullable Hash[] perfect = new Hash[MAX_HEIGHT];
    private final List<byte[]> tiles = new ArrayList<>();
    private final BiConsumer<Tile, byte[]> fullTiles;
    private long size;

    /** @param fullTiles is given each tile of hashes at the moment when it is full */
    public TreeBuilder(BiConsumer<Tile, byte[]> fullTiles) {
        this.fullTiles = fullTiles;
    }

    /**
     * Takes up a tree where its checkpoint left it. Whoever calls this compares {@link #root} with the checkpoint's.
     *
     * @throws MalformedException when a tile of the right edge is missing or too short
     */
    public static TreeBuilder resume(long size, LogFiles files, BiConsumer<Tile, byte[]> fullTiles) {
        var builder = new TreeBuilder(fullTiles);
        builder.size = size;
        for (var tile : Tile.edge(size)) {
            builder.restore(tile, new TileReader(files).read(tile));
        }
        return builder;
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf) {
        var node = leaf;
        var height = 0;
        addToTile(0, size, node);
        for (var rest = size; (rest & 1) == 1; rest >>>= 1) {
            node = TreeHash.node(perfect(height), node);
            height++;
            if (height % Tile.HEIGHT == 0) {
                addToTile(height / Tile.HEIGHT, size >>> height, node);
            }
        }
        perfect[height] = node;
        size++;
    }

    /** The root of the tree as it is now (RFC 6962, 2.1). */
    public Hash root() {
        Hash root = null;
        for (var height = 0; height < MAX_HEIGHT && size >>> height > 0; height++) {
            if (((size >>> height) & 1) == 1) {
                root = root == null ? perfect(height) : TreeHash.node(perfect(height), root);
            }
        }
        return root == null ? TreeHash.EMPTY : root;
    }

    /** The partial tiles at the right edge that a tree of the earlier size had not, or not as wide. */
    public void partialTiles(long earlierSize, BiConsumer<Tile, byte[]> partialTiles) {
        for (var tile : Tile.edge(size)) {
            if (size >>> (Tile.HEIGHT * tile.level()) != earlierSize >>> (Tile.HEIGHT * tile.level())) {
                partialTiles.accept(tile, Arrays.copyOf(tiles.get(tile.level()), tile.width() * Hash.BYTES));
            }
        }
    }

    private void addToTile(int level, long number, Hash hash) {
        var tile = tile(level);
        var position = (int) (number % Tile.WIDTH);
        System.arraycopy(hash.shared(), 0, tile, position * Hash.BYTES, Hash.BYTES);
        if (position == Tile.WIDTH - 1) {
            fullTiles.accept(Tile.full(level, number / Tile.WIDTH), tile.clone());
        }
    }

    private byte[] tile(int level) {
        while (tiles.size() <= level) {
            tiles.add(new byte[Tile.WIDTH * Hash.BYTES]);
        }
        return tiles.get(level);
    }

    private void restore(Tile tile, byte[] hashes) {
        System.arraycopy(hashes, 0, tile(tile.level()), 0, hashes.length);
        var from = 0;
        for (var height = Tile.HEIGHT - 1; height >= 0; height--) {
            var count = 1 << height;
            if ((tile.width() & count) != 0) {
                perfect[Tile.HEIGHT * tile.level() + height] = TreeHash.perfect(hashes, from, count);
                from += count;
            }
        }
    }

    private Hash perfect(int height) {
        var hash = perfect[height];
        if (hash == null) {
            throw new IllegalStateException("a tree of that size has a perfect tree of each of its bits");
        }
        return hash;
    }
}
