package passby.core.sealing;

import java.util.List;

/** The entries that wait to be sealed. */
public interface PendingEntries {
    /**
     * What waits. Every entry whose acceptance was answered before this call began is among them, unless the answer is as long as
     * the limit.
     */
    List<PendingEntry> find(int limit);

    /** Forgets entries that are durable in the log; those that are gone already are no error. */
    void remove(List<PendingEntry> sealed);
}
