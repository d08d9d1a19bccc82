package passby.core.read;

import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** What people say of reads, kept exactly as long as their reads. */
public interface Corrections {
    /** Of one read. Whoever would add another has read these. */
    int MOST = 5;

    /**
     * Adds it to the read and lets the read be found by the corrected plate, together with the entry. A conflict when the read is
     * not there any more, when its deletion has begun, and when somebody else corrected it since it was looked at.
     *
     * @param seen the read as it was when the person looked
     */
    Commit add(Read seen, Correction correction, Entry entry);
}
