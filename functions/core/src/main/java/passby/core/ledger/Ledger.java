package passby.core.ledger;

/** Takes entries of what only answers. Changes hand their entry to the port that makes the change instead. */
public interface Ledger {
    /**
     * Returns when the entry is durable; throws when it is not, and then nothing may be answered. Appending the same entry
     * again changes nothing.
     */
    Accepted append(Entry entry);
}
