package passby.core.evidence;

import java.util.Optional;

/** Proofs that entries stand in the city's public log. */
public interface LogProofs {
    /** A proof in the form of C2SP tlog-proof; empty for an entry that is not sealed yet. */
    Optional<String> find(String entryId);

    /** The key by which the log signs its checkpoints, in the form of C2SP signed-note. */
    String verifierKey();
}
