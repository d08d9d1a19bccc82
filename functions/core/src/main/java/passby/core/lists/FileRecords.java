package passby.core.lists;

import java.util.Arrays;
import java.util.BitSet;
import passby.core.id.Hash128;

/**
 * The hashes of all records of one file, sorted: 52 bytes for each, a million in 52 MB and no objects. The first of several
 * rows with the same record counts; the others are duplicates. Not thread-safe.
 */
final class FileRecords {
    private static final int FIRST = 1 << 12;

    private long[] recordHigh = new long[FIRST];
    private long[] recordLow = new long[FIRST];
    private long[] rowHigh = new long[FIRST];
    private long[] rowLow = new long[FIRST];
    private long[] plateHigh = new long[FIRST];
    private long[] plateLow = new long[FIRST];
    private int rows;
    private int[] order = {};
    private int unique;
    private final BitSet changed = new BitSet();

    /** Adds the next good row of the file. */
    void add(Hash128 record, Hash128 row, Hash128 plate) {
        if (rows == recordHigh.length) {
            grow(rows + (rows >> 1));
        }
        recordHigh[rows] = record.high();
        recordLow[rows] = record.low();
        rowHigh[rows] = row.high();
        rowLow[rows] = row.low();
        plateHigh[rows] = plate.high();
        plateLow[rows] = plate.low();
        rows++;
    }

    private void grow(int size) {
        recordHigh = Arrays.copyOf(recordHigh, size);
        recordLow = Arrays.copyOf(recordLow, size);
        rowHigh = Arrays.copyOf(rowHigh, size);
        rowLow = Arrays.copyOf(rowLow, size);
        plateHigh = Arrays.copyOf(plateHigh, size);
        plateLow = Arrays.copyOf(plateLow, size);
    }

    /** Sorts what was added and drops duplicates. Once, before anything below. */
    void sort() {
        order = new int[rows];
        for (var i = 0; i < rows; i++) {
            order[i] = i;
        }
        sort(order, order.clone(), 0, rows);
        for (var i = 0; i < rows; i++) {
            if (unique == 0 || compare(order[unique - 1], order[i]) != 0) {
                order[unique++] = order[i];
            }
        }
    }

    /** Stable, so that of equal records the first row stays in front. Sorts {@code target}, a copy of {@code source}. */
    private void sort(int[] target, int[] source, int from, int to) {
        if (to - from < 2) {
            return;
        }
        var middle = (from + to) >>> 1;
        sort(source, target, from, middle);
        sort(source, target, middle, to);
        var left = from;
        var right = middle;
        for (var i = from; i < to; i++) {
            var takeLeft = right >= to || (left < middle && compare(source[left], source[right]) <= 0);
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }

    private int compare(int row, int other) {
        return Hash128.compare(recordHigh[row], recordLow[row], recordHigh[other], recordLow[other]);
    }

    /** How many records the file has. */
    int size() {
        return unique;
    }

    int duplicates() {
        return rows - unique;
    }

    /** @param rank in the order of records, below {@link #size()} */
    ManifestLine line(int rank, int version) {
        var row = order[rank];
        return new ManifestLine(
                new Hash128(recordHigh[row], recordLow[row]),
                new Hash128(rowHigh[row], rowLow[row]),
                new Hash128(plateHigh[row], plateLow[row]),
                version);
    }

    /** Notes that the record of that rank is written by this version. */
    void markChanged(int rank) {
        changed.set(order[rank]);
    }

    /** Whether the good row of that number, from 0, is to be written. */
    boolean isChanged(int row) {
        return changed.get(row);
    }
}
