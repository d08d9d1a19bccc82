package passby.core.evidence;

import passby.core.read.Read;

/** Whether an operator's work has named a read: only such a read may be held. */
public interface NamedReads {
    /** @param reference id of a hit, or of the ledger entry of a search or of a read that was opened */
    boolean isNamed(Read read, String reference);
}
