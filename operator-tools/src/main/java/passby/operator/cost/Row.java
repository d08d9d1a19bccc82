package passby.operator.cost;

import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;

/**
 * A row that a read or a hit leaves behind.
 *
 * @param kilobytes of a full one, bounded by RowSizesTest in functions/aws
 */
public record Row(Table table, double kilobytes) {
    public static final Row FRAME = new Row(Tables.FRAMES, 1);
    public static final Row READ = new Row(Tables.READS, 2);
    public static final Row HIT = new Row(Tables.HITS, 3);

    /** What the frames of a pass read, for two minutes. */
    static final Row PASS = new Row(Tables.PASSES, 1);

    /** Rows that the purge deletes for a read: its own, its frame's and its pass's. */
    public static final int OF_A_READ = 3;

    /** What DynamoDB adds to a row and to each of its index entries. */
    private static final double OVERHEAD_KB = 0.1;

    /** Keys and a few attributes. */
    private static final double INDEX_KB = 0.2;

    public double writeUnits() {
        return RowUnits.putInTransaction(table, kilobytes);
    }

    /** Once its time is over: its mark and its deletion. */
    double purgeUnits() {
        return RowUnits.purge(table, kilobytes);
    }

    /** Of a row that the purge only looks at before it deletes it, with its place in each index. */
    double deletionUnits() {
        return RowUnits.put(table, kilobytes);
    }

    /** With its index entries. */
    double storedKilobytes() {
        return kilobytes + OVERHEAD_KB + table.indexes().size() * (INDEX_KB + OVERHEAD_KB);
    }
}
