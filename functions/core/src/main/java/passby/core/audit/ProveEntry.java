package passby.core.audit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import passby.core.sealing.EntryIndex;
import passby.core.tlog.InclusionProof;
import passby.core.tlog.TreeHash;

/**
 * Gives whoever holds a receipt the proof that its entry is in the log, at once and not with the public copy. The id is known to
 * nobody but the caller that it was answered to, and the leaf hash must fit: so it tells strangers nothing.
 */
public final class ProveEntry {
    private final SealedLog log;
    private final EntryIndex index;

    public ProveEntry(SealedLog log, EntryIndex index) {
        this.log = log;
        this.index = index;
    }

    /** Empty for an entry that is not in the log, not yet, or under another leaf hash. */
    public Optional<InclusionProof> handle(String entryId, String leafHash) {
        var position = index.find(entryId);
        return log.head()
                .filter(head -> position.isPresent() && position.getAsLong() < head.checkpoint().size())
                .filter(head -> {
                    var entry = log.from(position.getAsLong(), head.checkpoint().size()).getFirst();
                    return TreeHash.leaf(entry.canonical().getBytes(StandardCharsets.UTF_8)).hex().equals(leafHash);
                })
                .map(head -> log.proof(position.getAsLong(), head));
    }
}
