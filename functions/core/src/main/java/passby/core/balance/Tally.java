package passby.core.balance;

/**
 * What the ledger was told of the reads of one cohort so far. Each number moves in the transaction of the entry that tells
 * of it.
 *
 * @param admitted stored
 * @param in reclassified into the cohort
 * @param out reclassified out of it
 * @param purged deleted, with a receipt
 */
public record Tally(long admitted, long in, long out, long purged) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /** How many reads are left by the ledger's word. */
    public long expected() {
        return admitted + in - out - purged;
    }

    public Tally plus(Tally other) {
        return new Tally(admitted + other.admitted, in + other.in, out + other.out, purged + other.purged);
    }
}
