package passby.core.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import passby.core.disclosure.SealedEntry;
import passby.core.note.MalformedException;

/**
 * Entries with their positions decided. The file is created once, and only where the one before it ends: whoever creates it decides,
 * everybody else follows. Format version 1: a line {@code passby-batch/1 FIRST COUNT}, then for each entry the minute of its
 * acceptance in four bytes, its length in two, its text.
 *
 * @param first position of its first entry
 * @param entries in the order of the log
 */
record Batch(long first, List<PendingEntry> entries) {
    /** A few megabytes; a busy minute has several batches. */
    static final int MAX_ENTRIES = 4096;

    private static final String HEADER = "passby-batch/1";
    private static final int MAX_HEADER = 64;
    private static final int FRAME_BYTES = Integer.BYTES + Short.BYTES;

    /** By minute, so that hours come in order; by random id within the minute, so that the order tells no more than that. */
    static final Comparator<PendingEntry> ORDER =
            Comparator.comparing(PendingEntry::acceptedAt).thenComparing(PendingEntry::entryId);

    Batch {
        entries = List.copyOf(entries);
    }

    static Batch of(long first, List<PendingEntry> pending) {
        return new Batch(
                first, pending.stream().sorted(ORDER).limit(MAX_ENTRIES).toList());
    }

    static String path(long first) {
        return String.format("batches/%020d", first);
    }

    long end() {
        return first + entries.size();
    }

    List<byte[]> leaves() {
        return entries.stream()
                .map(entry -> entry.canonical().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    List<String> entryIds() {
        return entries.stream().map(PendingEntry::entryId).toList();
    }

    byte[] bytes() {
        var header = (HEADER + " " + first + " " + entries.size() + "\n").getBytes(StandardCharsets.UTF_8);
        var leaves = leaves();
        var length = leaves.stream().mapToInt(leaf -> FRAME_BYTES + leaf.length).sum();
        var bytes = ByteBuffer.allocate(header.length + length).put(header);
        for (var i = 0; i < leaves.size(); i++) {
            bytes.putInt((int) (entries.get(i).acceptedAt().getEpochSecond() / 60));
            bytes.putShort((short) leaves.get(i).length).put(leaves.get(i));
        }
        return bytes.array();
    }

    static Batch parse(long first, byte[] bytes) {
        var count = count(first, bytes);
        var rest = ByteBuffer.wrap(bytes);
        rest.position(indexOfNewline(bytes) + 1);
        var entries = new ArrayList<PendingEntry>(count);
        while (entries.size() < count && rest.remaining() >= FRAME_BYTES) {
            var minute = Instant.ofEpochSecond(rest.getInt() * 60L);
            var leaf = new byte[Math.min(rest.getShort() & 0xffff, rest.remaining())];
            rest.get(leaf);
            var entryId = SealedEntry.parse(leaf).entryId();
            entries.add(new PendingEntry(entryId, minute, new String(leaf, StandardCharsets.UTF_8)));
        }
        if (entries.size() != count || rest.hasRemaining()) {
            throw new MalformedException("a batch is not as long as it says");
        }
        return new Batch(first, entries);
    }

    private static int count(long first, byte[] bytes) {
        var end = indexOfNewline(bytes);
        var words = new String(bytes, 0, Math.max(0, end), StandardCharsets.UTF_8).split(" ", -1);
        if (words.length != 3 || !words[0].equals(HEADER) || !words[1].equals(Long.toString(first))) {
            throw new MalformedException("a batch of another version or place");
        }
        for (var count = 1; count <= MAX_ENTRIES; count++) {
            if (words[2].equals(Integer.toString(count))) {
                return count;
            }
        }
        throw new MalformedException("a batch of no or too many entries");
    }

    private static int indexOfNewline(byte[] bytes) {
        for (var i = 0; i < Math.min(bytes.length, MAX_HEADER); i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
