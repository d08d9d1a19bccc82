package passby.core.evidence;

import java.util.Optional;
import java.util.function.Supplier;
import passby.core.audit.ProveEntry;
import passby.core.note.VerifierKey;

/** Proofs from the city's own sealed log. */
public final class ProvedEntries implements LogProofs {
    private final ProveEntry prove;
    private final Supplier<VerifierKey> key;

    /** @param key that signs the log's checkpoints */
    public ProvedEntries(ProveEntry prove, Supplier<VerifierKey> key) {
        this.prove = prove;
        this.key = key;
    }

    @Override
    public Optional<String> find(String entryId) {
        return prove.handle(entryId).map(proved -> proved.proof().text());
    }

    @Override
    public String verifierKey() {
        return key.get().text();
    }
}
