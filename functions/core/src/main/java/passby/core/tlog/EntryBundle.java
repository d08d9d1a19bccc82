package passby.core.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import passby.core.note.MalformedException;

/** Entries of the log in one file: each behind its length in two big-endian bytes (C2SP tlog-tiles, "Log entries"). */
public final class EntryBundle {
    public static final int MAX_ENTRY_BYTES = 0xffff;

    private static final int LENGTH_BYTES = 2;

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        var bundle = new ByteArrayOutputStream(entries.size() * 1024);
        for (var entry : entries) {
            append(bundle, entry);
        }
        return bundle.toByteArray();
    }

    /**
     * @param width how many entries the file's name promises
     * @param maxEntryBytes what no entry of this log is longer than
     */
    public static List<byte[]> parse(byte[] bundle, int width, int maxEntryBytes) {
        if (bundle.length > width * (LENGTH_BYTES + (long) maxEntryBytes)) {
            throw new MalformedException("a bundle of " + width + " entries cannot be so long");
        }
        var entries = new ArrayList<byte[]>(width);
        var at = 0;
        while (at < bundle.length) {
            if (entries.size() == width) {
                throw new MalformedException("something stands behind the last of " + width + " entries");
            }
            if (at + LENGTH_BYTES > bundle.length) {
                throw new MalformedException("the bundle ends inside a length");
            }
            var length = (bundle[at] & 0xff) << 8 | (bundle[at + 1] & 0xff);
            at += LENGTH_BYTES;
            if (length > maxEntryBytes || at + length > bundle.length) {
                throw new MalformedException("entry " + entries.size() + " of the bundle is too long");
            }
            entries.add(Arrays.copyOfRange(bundle, at, at + length));
            at += length;
        }
        if (entries.size() < width) {
            throw new MalformedException("the bundle has " + entries.size() + " entries, not " + width);
        }
        return entries;
    }

    private static void append(ByteArrayOutputStream bundle, byte[] entry) {
        if (entry.length > MAX_ENTRY_BYTES) {
            throw new IllegalArgumentException("an entry of a bundle is at most 65,535 bytes");
        }
        bundle.write(entry.length >>> 8);
        bundle.write(entry.length);
        bundle.write(entry, 0, entry.length);
    }
}
