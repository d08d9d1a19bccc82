package passby.operator.cost;

import java.util.List;
import passby.aws.dynamodb.Tables;

/** What one list of a million entries costs that is refreshed as often as NCIC is: its changes, its files and its rows. */
final class ListItems {
    private static final double ENTRIES = 1e6;
    private static final double CHANGED = 0.01;

    /** Of one entry, of one line of its file, and of one line of a manifest. */
    private static final double ENTRY_KB = 0.6;

    private static final double MANIFEST_KB = 0.052;
    private static final double KB_IN_A_GB = 1e6;

    /** The file, the manifest and the outcome written; the file, the outcome and the manifest, twice, read. */
    private static final double S3_WRITES = 3;

    private static final double S3_READS = 4;

    private ListItems() {}

    /** In a month. */
    static double imports() {
        return Assumption.LIST_IMPORTS_A_DAY.value() * Workload.DAYS_A_MONTH;
    }

    static List<Item> all() {
        var changes = imports() * ENTRIES * CHANGED;
        return List.of(
                new Item(Prices.DYNAMODB_WRITES, "lists: entries that changed", changes * changedUnits()),
                new Item(Prices.DYNAMODB_STORAGE, "lists: entries", ENTRIES * ENTRY_KB / KB_IN_A_GB),
                new Item(Prices.S3_WRITES, "lists: files and manifests", imports() * S3_WRITES),
                new Item(Prices.S3_READS, "lists: files and manifests", imports() * S3_READS),
                new Item(Prices.S3_STORAGE, "lists: manifests", ENTRIES * MANIFEST_KB / KB_IN_A_GB));
    }

    /** The new row, which no index has while it is listed, and the end of the old one, which the index by expiry takes. */
    private static double changedUnits() {
        return 1 + RowUnits.put(Tables.HOT_LIST, 1);
    }
}
