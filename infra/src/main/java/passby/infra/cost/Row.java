package passby.infra.cost;

import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;

/** Rows that a read or a hit leaves behind, by the size that a test measures. */
enum Row {
    FRAME(Tables.FRAMES, 0.7),
    READ(Tables.READS, 2.0),
    HIT(Tables.HITS, 3.0);

    /** What DynamoDB adds to a row and to each of its index entries. */
    private static final double OVERHEAD_KB = 0.1;

    /** Keys and a few attributes. */
    private static final double INDEX_KB = 0.2;

    private final Table table;
    private final double kilobytes;

    Row(Table table, double kilobytes) {
        this.table = table;
        this.kilobytes = kilobytes;
    }

    double kilobytes() {
        return kilobytes;
    }

    double writeUnits() {
        return RowUnits.putInTransaction(table, kilobytes);
    }

    /** With its index entries. */
    double storedKilobytes() {
        return kilobytes + OVERHEAD_KB + table.indexes().size() * (INDEX_KB + OVERHEAD_KB);
    }
}
