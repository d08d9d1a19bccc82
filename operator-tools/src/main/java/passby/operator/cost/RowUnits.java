package passby.operator.cost;

import passby.aws.dynamodb.Index;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;

/** DynamoDB's units, counted as its pricing page counts them, with the indexes that the tables really have. */
final class RowUnits {
    /** Of one entry: about 1 KB in clear, 2 KB of salts and values. */
    static final double ENTRY =
            putInTransaction(Tables.LEDGER_PENDING, 1) + putInTransaction(Tables.LEDGER_OPENINGS, 2);

    /** An eventually consistent read of up to 4 KB; a strongly consistent one is a whole unit. */
    static final double EVENTUAL_READ = 0.5;

    private RowUnits() {}

    /** Twice for the row; each index is written once, by what it projects. */
    static double putInTransaction(Table table, double kilobytes) {
        return 2 * Math.ceil(kilobytes) + indexes(table, kilobytes);
    }

    static double put(Table table, double kilobytes) {
        return Math.ceil(kilobytes) + indexes(table, kilobytes);
    }

    /** The mark that the purge sets, which no index holds, and the deletion. One by time to live would be free. */
    static double purge(Table table, double kilobytes) {
        return Math.ceil(kilobytes) + put(table, kilobytes);
    }

    private static double indexes(Table table, double kilobytes) {
        return table.indexes().stream()
                .mapToDouble(index -> units(index.projection(), kilobytes))
                .sum();
    }

    private static double units(Index.Projection projection, double kilobytes) {
        return switch (projection) {
            case Index.Projection.Everything() -> Math.ceil(kilobytes);
            case Index.Projection.KeysOnly() -> 1;
            case Index.Projection.Only _ -> 1;
        };
    }
}
