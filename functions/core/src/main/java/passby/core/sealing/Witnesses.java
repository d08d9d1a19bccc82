package passby.core.sealing;

import java.util.List;
import passby.core.note.NoteSignature;
import passby.core.tlog.AddCheckpoint;
import passby.core.tlog.Hash;

/** Those outside the city who sign that the log only grows. */
public interface Witnesses {
    /** No witness: every checkpoint is unwitnessed, and shown as such. */
    Witnesses NONE = (checkpoint, proofs) -> List.of();

    /** Makes the proof that the tree of that size is the beginning of the checkpoint's. */
    interface ConsistencyProofs {
        List<Hash> from(long earlierSize);
    }

    /**
     * Asks all of them at once, within a few seconds. Never fails: a witness that is away, or refuses, adds nothing.
     *
     * @param request with size 0 and no proof: an adapter that learns what a witness saw last asks anew with the proof from there
     * @return valid cosignatures of the configured witnesses alone
     */
    List<NoteSignature> cosign(AddCheckpoint request, ConsistencyProofs proofs);
}
