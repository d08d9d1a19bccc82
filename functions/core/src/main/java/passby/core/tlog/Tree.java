package passby.core.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of one size, read from its tiles: proofs of a single entry, or of an earlier tree. Reads a tile once. What it answers is
 * worth no more than the check against a signed root, which its caller makes.
 */
public final class Tree {
    private final long size;
    private final TileReader reader;
    private final Map<Tile, byte[]> read = new HashMap<>();

    public Tree(long size, LogFiles files) {
        this.size = size;
        reader = new TileReader(files);
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return size == 0 ? TreeHash.EMPTY : range(0, size);
    }

    public Hash leaf(long index) {
        requireIndex(index);
        return range(index, index + 1);
    }

    /** RFC 6962, 2.1.1: from the leaf's sibling up to the root's child. */
    public List<Hash> inclusionProof(long index) {
        requireIndex(index);
        var path = new ArrayList<Hash>();
        path(index, 0, size, path);
        return path;
    }

    /** RFC 6962, 2.1.2: that the tree of the earlier size is the beginning of this one; empty for size 0 and for this size. */
    public List<Hash> consistencyProof(long earlierSize) {
        if (earlierSize < 0 || earlierSize > size) {
            throw new IllegalArgumentException("no tree of that size came before");
        }
        var path = new ArrayList<Hash>();
        if (earlierSize > 0 && earlierSize < size) {
            subproof(earlierSize, 0, size, true, path);
        }
        return path;
    }

    private void path(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        var split = from + Long.highestOneBit(to - from - 1);
        if (index < split) {
            path(index, from, split, path);
            path.add(range(split, to));
        } else {
            path(index, split, to, path);
            path.add(range(from, split));
        }
    }

    private void subproof(long earlier, long from, long to, boolean whole, List<Hash> path) {
        if (earlier == to) {
            if (!whole) {
                path.add(range(from, to));
            }
            return;
        }
        var split = from + Long.highestOneBit(to - from - 1);
        if (earlier <= split) {
            subproof(earlier, from, split, whole, path);
            path.add(range(split, to));
        } else {
            subproof(earlier, split, to, false, path);
            path.add(range(from, split));
        }
    }

    private Hash range(long from, long to) {
        var length = to - from;
        if (Long.bitCount(length) == 1) {
            var height = Long.numberOfTrailingZeros(length);
            return perfect(height, from >>> height);
        }
        var split = from + Long.highestOneBit(length - 1);
        return TreeHash.node(range(from, split), range(split, to));
    }

    private Hash perfect(int height, long number) {
        var level = height / Tile.HEIGHT;
        var count = 1 << (height % Tile.HEIGHT);
        var first = number * count;
        var tile = Tile.holding(level, first, size);
        return TreeHash.perfect(read.computeIfAbsent(tile, reader::read), (int) (first % Tile.WIDTH), count);
    }

    private void requireIndex(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no entry of that number is in the tree");
        }
    }
}
