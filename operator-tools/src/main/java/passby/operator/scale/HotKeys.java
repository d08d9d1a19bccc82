package passby.operator.scale;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Keys of a table or index that all writes of one minute share. They fall on the table's partitions by chance, and no
 * partition takes more than its units, however little the others have to do.
 *
 * @param name of the table or index, and of its key
 * @param keys that share a minute's writes
 * @param unitsPerRead of one read, on one of these keys
 * @param anew whether every minute has keys of its own; others are moved apart by DynamoDB in time
 */
record HotKeys(String name, int keys, double unitsPerRead, boolean anew) {
    /** Reads a second that these keys take at best: each on a partition of its own. */
    double mostReads() {
        return keys * (double) Limit.PARTITION_UNITS_A_SECOND.value() / unitsPerRead;
    }

    /** How the keys of one minute lie: for each partition that has any, its share of the writes. */
    double[] placed(RandomGenerator random, double peakReads) {
        if (!anew) {
            var even = new double[keys];
            Arrays.fill(even, 1.0 / keys);
            return even;
        }
        var shares = new double[partitions(peakReads)];
        for (var key = 0; key < keys; key++) {
            shares[random.nextInt(shares.length)] += 1.0 / keys;
        }
        return shares;
    }

    /** Of so many reads those that get through. */
    double taken(double[] placed, double reads) {
        var taken = 0.0;
        for (var share : placed) {
            taken += Math.min(share * reads * unitsPerRead, Limit.PARTITION_UNITS_A_SECOND.value());
        }
        return taken / unitsPerRead;
    }

    /** DynamoDB keeps room for twice the highest peak that it saw. */
    private int partitions(double peakReads) {
        var forPeak = (int) Math.ceil(2 * peakReads * unitsPerRead / Limit.PARTITION_UNITS_A_SECOND.value());
        return Math.max(Limit.PARTITIONS_AT_FIRST.value(), forPeak);
    }
}
