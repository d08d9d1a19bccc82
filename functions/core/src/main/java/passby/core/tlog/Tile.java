package passby.core.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import passby.core.note.MalformedException;

/**
 * Names a file of the log (C2SP tlog-tiles): up to 256 hashes of one level, or the entries under a tile of level 0.
 *
 * @param level 0 for hashes of leaves, {@link #ENTRIES} for the entries themselves
 * @param index of the tile in its level
 * @param width how many hashes or entries it holds, 1 to 256; a partial tile has fewer than 256
 */
public record Tile(int level, long index, int width) {
    public static final int WIDTH = 256;
    public static final int ENTRIES = -1;

    /** Binary levels of the tree in one level of tiles. */
    public static final int HEIGHT = 8;

    private static final int MAX_LEVEL = 7;
    private static final Pattern PATH = Pattern.compile(
            "tile/(?<level>entries|[0-9]{1,2})/(?<index>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > WIDTH) {
            throw new MalformedException("no log has such a tile");
        }
    }

    /** The full tile of that number. */
    public static Tile full(int level, long index) {
        return new Tile(level, index, WIDTH);
    }

    /** The tile that holds the hash of that number in a tree of that size, as wide as the tree makes it. */
    public static Tile holding(int level, long number, long treeSize) {
        var index = number / WIDTH;
        var hashes = level == ENTRIES ? treeSize : treeSize >>> (HEIGHT * level);
        return new Tile(level, index, (int) Math.min(WIDTH, hashes - index * WIDTH));
    }

    /** The partial tiles of hashes at the right edge of a tree, lowest level first; none where a level ends with a full tile. */
    public static List<Tile> edge(long treeSize) {
        var edge = new ArrayList<Tile>();
        for (var level = 0; treeSize >>> (HEIGHT * level) > 0 && level <= MAX_LEVEL; level++) {
            var hashes = treeSize >>> (HEIGHT * level);
            var width = (int) (hashes % WIDTH);
            if (width > 0) {
                edge.add(new Tile(level, hashes / WIDTH, width));
            }
        }
        return edge;
    }

    /** Accepts only what {@link #path} writes. */
    public static Tile parse(String path) {
        var match = PATH.matcher(path);
        if (!match.matches()) {
            throw new MalformedException("not the path of a tile");
        }
        var level = match.group("level").equals("entries") ? ENTRIES : Integer.parseInt(match.group("level"));
        var index = Long.parseLong(match.group("index").replace("x", "").replace("/", ""));
        var width = match.group("width");
        var tile = new Tile(level, index, width == null ? WIDTH : Integer.parseInt(width));
        if (!tile.path().equals(path)) {
            throw new MalformedException("not the only path of its tile");
        }
        return tile;
    }

    public boolean isPartial() {
        return width < WIDTH;
    }

    /** The full tile in whose place this one stands until the log has grown. */
    public Tile filled() {
        return full(level, index);
    }

    /** Such as {@code tile/0/x001/x234/067.p/112}, relative to the log's address. */
    public String path() {
        var name = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + name + "/" + number(index) + (isPartial() ? ".p/" + width : "");
    }

    private static String number(long index) {
        var path = String.format("%03d", index % 1000);
        for (var rest = index / 1000; rest > 0; rest /= 1000) {
            path = String.format("x%03d/", rest % 1000) + path;
        }
        return path;
    }
}
