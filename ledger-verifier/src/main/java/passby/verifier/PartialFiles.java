package passby.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import passby.core.note.MalformedException;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.Hash;
import passby.core.tlog.Tile;

/** What lies in a folder beside the files that the newest checkpoint demands: partial tiles of older checkpoints, and strangers. */
final class PartialFiles {
    /** The city's own files: its batches, its key, the mark of the running city. */
    private static final Pattern KNOWN =
            Pattern.compile("checkpoint|vkey|checkpoints/[0-9T-]{13}Z/[0-9]{20}|batches/[0-9]{20}");

    private final ListedFiles files;
    private final Report report;
    private final Map<Tile, List<Tile>> partial = new HashMap<>();
    private final Set<String> unseen = new TreeSet<>();

    PartialFiles(ListedFiles files, Report report) {
        this.files = files;
        this.report = report;
        for (var path : files.paths()) {
            if (!KNOWN.matcher(path).matches()) {
                sort(path);
            }
        }
    }

    private void sort(String path) {
        try {
            var tile = Tile.parse(path);
            partial.computeIfAbsent(tile.filled(), full -> new ArrayList<>()).add(tile);
            unseen.add(path);
        } catch (MalformedException e) {
            report.fail(Rule.LAYOUT, path, "no log has such a file");
        }
    }

    void checkBundles(Tile tile, byte[] bundle, List<byte[]> entries) {
        for (var stored : storedOf(tile)) {
            var isWider = stored.width() > tile.width();
            var expected = isWider ? bundle : EntryBundle.encode(entries.subList(0, stored.width()));
            if (isWider || !isStored(stored, expected)) {
                report.fail(Rule.BUNDLE, stored.path(), "it does not hold the entries of the log");
            }
        }
    }

    void checkTiles(Tile tile, byte[] hashes) {
        for (var stored : storedOf(tile)) {
            var isWider = stored.width() > tile.width();
            if (isWider || !isStored(stored, Arrays.copyOf(hashes, stored.width() * Hash.BYTES))) {
                report.fail(Rule.TILE, stored.path(), "it does not hold the hashes of its entries");
            }
        }
    }

    /** Whatever is left belongs to entries that the newest checkpoint does not cover. */
    void finish() {
        unseen.forEach(path -> report.fail(Rule.LAYOUT, path, "it lies behind the end of the log"));
    }

    private List<Tile> storedOf(Tile tile) {
        var stored = partial.getOrDefault(tile.filled(), List.of());
        stored.forEach(seen -> unseen.remove(seen.path()));
        return stored;
    }

    private boolean isStored(Tile tile, byte[] expected) {
        return files.find(tile.path())
                .filter(found -> Arrays.equals(found, expected))
                .isPresent();
    }

    static boolean beginsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
