package passby.core.audit;

import java.util.Optional;
import passby.core.sealing.EntryIndex;
import passby.core.tlog.Hash;
import passby.core.tlog.InclusionProof;
import passby.core.tlog.TreeHash;

/**
 * Gives whoever holds a receipt the proof that its entry is in the log, at once and not with the public copy. An id is 128 random bits
 * that nobody but the caller was answered: knowing it is holding the receipt.
 */
public final class ProveEntry {
    private final SealedLog log;
    private final EntryIndex index;

    public ProveEntry(SealedLog log, EntryIndex index) {
        this.log = log;
        this.index = index;
    }

    /** @param leafHash to be compared with the receipt's */
    public record Proved(Hash leafHash, InclusionProof proof) {}

    /** Empty for an entry that is not in the log, or not yet. */
    public Optional<Proved> handle(String entryId) {
        var position = index.find(entryId);
        return log.head()
                .filter(head -> position.isPresent()
                        && position.getAsLong() < head.checkpoint().size())
                .map(head -> {
                    var size = head.checkpoint().size();
                    var entry = log.from(position.getAsLong(), size).getFirst();
                    return new Proved(TreeHash.leaf(entry.bytes()), log.proof(position.getAsLong(), head));
                });
    }
}
