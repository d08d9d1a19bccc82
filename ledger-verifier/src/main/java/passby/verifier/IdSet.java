package passby.verifier;

import java.util.Arrays;

/**
 * Ids of entries, 60 of their 128 bits each: 16 bytes of memory an entry, so that a log of ten million is checked in 512 MB. Two
 * different ids pass for one with a chance of one in 20,000 at ten million, and then somebody looks.
 */
final class IdSet {
    private static final int CHARACTERS = 12;
    private static final long EMPTY = -1;

    private long[] slots = new long[1 << 12];
    private int size;

    IdSet() {
        Arrays.fill(slots, EMPTY);
    }

    /** @return false when it is in the set already */
    boolean add(String entryId) {
        if (size > slots.length / 2) {
            grow();
        }
        var id = bits(entryId);
        var slot = slot(slots, id);
        if (slots[slot] == id) {
            return false;
        }
        slots[slot] = id;
        size++;
        return true;
    }

    boolean contains(String entryId) {
        var id = bits(entryId);
        return slots[slot(slots, id)] == id;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        Arrays.fill(larger, EMPTY);
        for (var id : slots) {
            if (id != EMPTY) {
                larger[slot(larger, id)] = id;
            }
        }
        slots = larger;
    }

    /** Where it is, or the first empty place after where it should be. */
    private static int slot(long[] slots, long id) {
        var slot = (int) (id ^ (id >>> 32)) & (slots.length - 1);
        while (slots[slot] != EMPTY && slots[slot] != id) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static long bits(String entryId) {
        var bits = 0L;
        for (var i = 0; i < CHARACTERS; i++) {
            var c = entryId.charAt(i);
            bits = (bits << 5) | (c >= 'a' ? c - 'a' : c - '2' + 26);
        }
        return bits;
    }
}
