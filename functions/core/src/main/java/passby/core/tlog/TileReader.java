package passby.core.tlog;

import java.util.Arrays;
import passby.core.note.MalformedException;

/** Reads tiles whole, at the length that their name promises. */
final class TileReader {
    private final LogFiles files;

    TileReader(LogFiles files) {
        this.files = files;
    }

    /** A partial tile that is gone, as a log may do, is read from the full one that came after it. */
    byte[] read(Tile tile) {
        var found = files.find(tile.path());
        if (found.isPresent()) {
            return checked(tile, found.get());
        }
        if (tile.isPartial()) {
            var full = files.find(tile.filled().path());
            if (full.isPresent()) {
                return Arrays.copyOf(checked(tile.filled(), full.get()), tile.width() * Hash.BYTES);
            }
        }
        throw new MalformedException(tile.path() + " is missing");
    }

    private static byte[] checked(Tile tile, byte[] hashes) {
        if (hashes.length != tile.width() * Hash.BYTES) {
            throw new MalformedException(tile.path() + " has " + hashes.length + " bytes");
        }
        return hashes;
    }
}
