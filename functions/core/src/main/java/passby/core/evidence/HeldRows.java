package passby.core.evidence;

import passby.core.read.ReadRef;

/** Rows of reads that a hold keeps from the purge. */
public interface HeldRows {
    /**
     * Takes one hold off the row. The last one lets it run on its own clock again: it falls due at once where its date is
     * past. Doing it twice is fine, and so is a row that is gone.
     */
    void release(String holdId, ReadRef ref);
}
